// Whatever the terminal has set, and Vite's own BASE_URL, is no part of the tests.
const FROM_OUTSIDE = ['DATABASE_URL', 'OIDC_ISSUER', 'BASE_URL', 'HOST', 'PORT', 'DATA_DIR', 'TRUSTED_PROXIES', 'REGISTRY_URL', 'REGISTRY_TIMEOUT_MS', 'SMS_GATEWAY_URL', 'SMS_GATEWAY_TOKEN']
for (const name of FROM_OUTSIDE) delete process.env[name]
