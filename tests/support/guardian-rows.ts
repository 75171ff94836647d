import { encrypt, keyedDigest, keyedIndex } from '@/lib/data/cipher'
import { everyFamily } from './families'

/** The rows of `guardians` of all who walk in the demonstration, as their sign-in writes them, under the running application's keys. Prints JSON. */
const rows = everyFamily().map(({ guardian: { idNumber, name, phone } }) => ({
  idNumber,
  row: {
    id_number_index: Buffer.from(keyedIndex('id-number', idNumber)).toString('hex'),
    id_number_cipher: encrypt('guardians.id_number', idNumber),
    name_cipher: encrypt('guardians.name', name),
    phone_cipher: encrypt('guardians.phone', phone),
    subject: keyedDigest('subject', `signed in by a test: ${idNumber}`),
  },
}))
process.stdout.write(JSON.stringify(rows))
