import { vi } from 'vitest'

// Whatever the terminal has set, and Vite's own BASE_URL, is no part of the tests.
const FROM_OUTSIDE = ['DATABASE_URL', 'OIDC_ISSUER', 'BASE_URL', 'HOST', 'PORT', 'DATA_DIR', 'TRUSTED_PROXIES', 'REGISTRY_URL', 'REGISTRY_TIMEOUT_MS', 'MATERIALS_BUDGET_BYTES', 'MATERIALS_S3_ENDPOINT', 'MATERIALS_S3_BUCKET', 'MATERIALS_S3_REGION', 'MATERIALS_S3_ACCESS_KEY', 'MATERIALS_S3_SECRET_KEY', 'SMS_GATEWAY_URL', 'SMS_GATEWAY_TOKEN']
for (const name of FROM_OUTSIDE) delete process.env[name]

// A process serves one file after another: what its rooms remember of the one before is no part of this one's tests either.
vi.resetModules()
