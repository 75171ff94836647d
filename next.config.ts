import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Pages carry a family's data: nothing of them may be cached on the way, and no picture goes through the optimiser.
  images: { unoptimized: true },
  serverExternalPackages: ['pino', 'pg', '@prisma/client', '@prisma/adapter-pg', 'rate-limiter-flexible', 'oidc-provider', '@fastify/busboy', 'pdfkit'],
  outputFileTracingExcludes: { '*': ['.data/**'] },
  // `npm test` checks the types of everything; a start has nothing to gain from doing it again.
  typescript: { ignoreBuildErrors: true },
  // Uploads go to a route of their own; a form of text is never this long.
  experimental: { serverActions: { bodySizeLimit: '64kb' } },
}

export default config
