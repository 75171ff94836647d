import { mkdirSync, mkdtempSync } from 'node:fs'
import path from 'node:path'
import { runDirectory } from './run-directory'

/** A new folder for what a test writes, among what the run leaves: it goes when the next run begins. */
export function passingFolder(): string {
  const all = path.join(runDirectory(), 'passing')
  mkdirSync(all, { recursive: true })
  return mkdtempSync(path.join(all, 'folder-'))
}
