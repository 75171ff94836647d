import { TableFault } from '@/lib/files/tables'
import { ConfigurationError, readConfiguration } from './configuration'
import { readDirectory } from './directory'
import { createIdentityServer } from './server'

/**
 * The stand-in for 昌通码, in a process of its own: `tsx --conditions=react-server scripts/identity-provider/main.ts`.
 * It listens on 127.0.0.1 and its issuer is a loopback address: the demonstration's sign-in works in browsers of this
 * machine only, whatever HOST the platform listens on. Says `ready` on stdout once it answers; keeps nothing on disk.
 */
const LOOPBACK = '127.0.0.1'

function stop(words: string): never {
  process.stderr.write(`${words}\n`)
  process.exit(1)
}

process.on('SIGTERM', () => process.exit(0))
process.on('SIGINT', () => process.exit(0))

try {
  const configuration = readConfiguration(process.env)
  const directory = await readDirectory(configuration.peopleCsv, configuration.accountsCsv)
  const server = createIdentityServer(configuration, directory, (name) => process.stderr.write(`identity provider: ${name}\n`))
  server.on('error', (error) => stop(`identity provider: cannot listen on ${LOOPBACK}:${configuration.port} (${error.message})`))
  server.listen(configuration.port, LOOPBACK, () => process.stdout.write('ready\n'))
} catch (error) {
  if (error instanceof ConfigurationError) stop(error.message)
  // The fault's own words quote cells, and cells are people.
  if (error instanceof TableFault) stop(error.findings.map(({ file, line }) => `identity provider: ${file}:${line} cannot be read`).join('\n'))
  stop(`identity provider: ${error instanceof Error ? error.message : 'does not start'}`)
}
