import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto'
import Provider from 'oidc-provider'
import type { Configuration as ProviderConfiguration } from 'oidc-provider'
import type { Configuration } from './configuration'
import type { Identity } from './directory'
import { createMemory } from './memory-adapter'
import { errorPage } from './pages/error-page'

/** Cookies of the library, under names of this app: cookies do not know ports, and the platform lives on the same host. */
export const COOKIES = { session: 'changtongma_session', interaction: 'changtongma_interaction', resume: 'changtongma_resume', state: 'changtongma_state' }

const HALF_HOUR = 1800
const FIVE_MINUTES = 300
const ONE_MINUTE = 60

type Person = { readonly identity: Identity; readonly phone: string }

/** Persons who came through the pages, by subject: what the claims are made of. */
export class Persons {
  readonly #known = new Map<string, Person>()
  readonly #key: string

  /** @param key keeps subjects stable and keeps anybody from working a number out of one */
  constructor(key: string) {
    this.#key = key
  }

  /** The subject: opaque, the same at every sign-in of this person, no ID number to be read from it. */
  remember(person: Person): string {
    const subject = createHmac('sha256', this.#key).update(`subject\n${person.identity.idNumber}`).digest('base64url')
    this.#known.set(subject, person)
    return subject
  }

  /** who did not pass the face scan has proven a phone and nothing else, so no name and no number are said of them. */
  claims(subject: string): { sub: string; [claim: string]: string } | null {
    const person = this.#known.get(subject)
    if (!person) return null
    const proven = { sub: subject, phone_number: person.phone, verification_level: person.identity.level }
    return person.identity.level === 'face' ? { ...proven, name: person.identity.name, id_number: person.identity.idNumber } : proven
  }
}

/** The real library with one confidential client; keys are made anew at every start and never leave the process. */
export function createProvider(configuration: Configuration, persons: Persons): Provider {
  const settings: ProviderConfiguration = {
    adapter: createMemory(),
    clients: [
      {
        client_id: configuration.clientId,
        client_secret: configuration.clientSecret,
        redirect_uris: [configuration.redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
        id_token_signed_response_alg: 'RS256',
      },
    ],
    responseTypes: ['code'],
    scopes: ['openid', 'profile', 'phone', 'real_name'],
    claims: { openid: ['sub'], profile: ['name'], phone: ['phone_number'], real_name: ['id_number', 'verification_level'] },
    // The platform reads the claims in the ID token and asks for nothing more.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    jwks: { keys: [signingKey()] },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: COOKIES,
      short: { httpOnly: true, sameSite: 'lax', signed: true },
      long: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    ttl: { Interaction: HALF_HOUR, Session: FIVE_MINUTES, Grant: FIVE_MINUTES, AccessToken: FIVE_MINUTES, IdToken: FIVE_MINUTES, AuthorizationCode: ONE_MINUTE },
    expiresWithSession: () => false,
    findAccount: (_ctx, subject) => {
      const claims = persons.claims(subject)
      return claims ? { accountId: subject, claims: () => claims } : undefined
    },
    // The pages say what is told to the platform before the last button; a second page of consent would ask it twice.
    loadExistingGrant: async (ctx) => {
      const { client, session, provider, requestParamScopes } = ctx.oidc
      if (!client || !session?.accountId) return undefined
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope([...requestParamScopes].join(' '))
      await grant.save()
      return grant
    },
    renderError: (ctx) => {
      ctx.type = 'html'
      ctx.body = errorPage(new URL(configuration.redirectUri).origin)
    },
  }
  return new Provider(configuration.issuer, settings)
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kty: 'RSA' as const, use: 'sig' as const, alg: 'RS256' as const }
}
