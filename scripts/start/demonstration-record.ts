import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { DEMONSTRATION_MARK, demonstrationFile, readDemonstrationRecord, type DemonstrationRecord } from '@/lib/env'

const KEY_BYTES = 32

/** A key of the right length that says, decoded, what it is: production refuses it wherever it turns up. */
function markedKey(): string {
  return Buffer.concat([Buffer.from(DEMONSTRATION_MARK), randomBytes(KEY_BYTES - DEMONSTRATION_MARK.length)]).toString('base64')
}

function markedText(): string {
  return `${DEMONSTRATION_MARK}${randomBytes(KEY_BYTES).toString('base64url')}`
}

/** Easy to type: what it guards is fictional, and it is another one in each installation. */
function newStaffPassword(): string {
  return `${DEMONSTRATION_MARK}${randomBytes(9).toString('base64url')}`
}

/** Fresh secrets for a demonstration on this database and this identity provider. */
export function makeDemonstrationRecord(databaseUrl: string, issuer: string): DemonstrationRecord {
  return {
    databaseUrl,
    issuer,
    clientId: 'zhihui-ruxue-demonstration',
    clientSecret: markedText(),
    encryptionKeys: `v1:${markedKey()}`,
    indexKey: markedKey(),
    sessionSecret: markedText(),
    serverActionsKey: markedKey(),
    staffPassword: newStaffPassword(),
  }
}

/** Written beside its place and moved there: a reader sees the old record or the new one, whole. */
export function writeDemonstrationRecord(dataDir: string, record: DemonstrationRecord): void {
  if (!existsSync(dataDir)) {
    mkdirSync(dataDir, { recursive: true })
    // The database's account passes through to its own files; the secrets are closed to it by their own mode.
    chmodSync(dataDir, 0o711)
  }
  const file = demonstrationFile(dataDir)
  writeFileSync(`${file}.new`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** What this data directory's demonstration keeps: its secrets stay, its addresses are those of this start. */
export function renewDemonstrationRecord(dataDir: string, databaseUrl: string, issuer: string): DemonstrationRecord {
  const kept = readDemonstrationRecord(dataDir)
  const record = kept ? { ...kept, staffPassword: kept.staffPassword ?? newStaffPassword(), databaseUrl, issuer } : makeDemonstrationRecord(databaseUrl, issuer)
  writeDemonstrationRecord(dataDir, record)
  return record
}
