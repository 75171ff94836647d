import path from 'node:path'
import type { NextConfig } from 'next'

// The root reaches over the temporary folder and the libraries, which are linked there.
const config: NextConfig = { serverExternalPackages: ['pg'], typescript: { ignoreBuildErrors: true }, turbopack: { root: path.parse(process.cwd()).root } }

export default config
