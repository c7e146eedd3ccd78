import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#libs/errors';
import * as oidc from 'openid-client';
import { ACCESS_OPTIONS, type AccessOptions } from '../access.options.js';
import { providerNotConfigured, providerRefused, providerUnavailable } from './problems.js';
import { PROVIDER_POLICY, type ProviderOptions, type RoundSecrets, type Subject } from './provider.js';

/** A way to the provider: where the browser is sent, and what must come back with it. */
export interface Departure extends RoundSecrets {
  readonly state: string;
  readonly location: string;
}

/** The one place that speaks OpenID Connect. The provider is asked when somebody needs it, so its failure is not ours. */
@Injectable()
export class OidcService {
  private discovered: Promise<oidc.Configuration> | null = null;

  constructor(@Inject(ACCESS_OPTIONS) private readonly options: Pick<AccessOptions, 'provider'>) {}

  /** What to call the provider on a button; null where none is configured. */
  get provider(): ProviderOptions | null {
    return this.options.provider ?? null;
  }

  /** Authorization code with PKCE, state and nonce. With `afresh` the provider must check again who the person is. */
  async depart(redirectUri: string, afresh: boolean): Promise<Departure> {
    const [configuration, { scopes }] = [await this.configuration(), this.configured()];
    const [state, nonce, codeVerifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: scopes,
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...(afresh ? { prompt: 'login', max_age: String(PROVIDER_POLICY.roundMinutes * 60) } : {}),
    });
    return { state, nonce, codeVerifier, location: url.href };
  }

  /**
   * Exchanges the code that came back at `landedAt` and checks the token: signature, issuer, audience, nonce, times.
   * Throws `provider.refused` for whatever does not hold, `provider.unavailable` when the provider does not answer.
   */
  async arrive(landedAt: URL, state: string, secrets: RoundSecrets, afresh: boolean): Promise<Subject> {
    const configuration = await this.configuration();
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, landedAt, {
        expectedState: state,
        expectedNonce: secrets.nonce,
        pkceCodeVerifier: secrets.codeVerifier,
        idTokenExpected: true,
        ...(afresh ? { maxAge: PROVIDER_POLICY.roundMinutes * 60 } : {}),
      });
      const claims = tokens.claims();
      if (claims === undefined) throw providerRefused();
      return { issuer: claims.iss, subject: claims.sub, authenticatedAt: claims.auth_time === undefined ? null : new Date(claims.auth_time * 1_000) };
    } catch (error) {
      throw explained(error);
    }
  }

  private configured(): ProviderOptions {
    if (this.options.provider === undefined) throw providerNotConfigured();
    return this.options.provider;
  }

  /** Asked once; a provider that was down is asked again by the next person. */
  private async configuration(): Promise<oidc.Configuration> {
    this.discovered ??= discover(this.configured());
    try {
      return await this.discovered;
    } catch (error) {
      this.discovered = null;
      throw providerUnavailable(error);
    }
  }
}

async function discover({ issuer, clientId, clientSecret }: ProviderOptions): Promise<oidc.Configuration> {
  const url = new URL(issuer);
  // Plain http only on this very machine, where tests and trials run: configuration refuses any other.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so by the library to stand out, which it does here
  const insecure = url.protocol === 'http:' ? { execute: [oidc.allowInsecureRequests] } : {};
  return oidc.discovery(url, clientId, undefined, oidc.ClientSecretBasic(clientSecret), { timeout: PROVIDER_POLICY.timeoutSeconds, ...insecure });
}

/** What the library says is for the log; people are told what to do. */
function explained(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  return isOutage(error) ? providerUnavailable(error) : providerRefused(error);
}

/** True where the provider was not reached or hung up: `fetch` says so somewhere down the chain of causes. */
function isOutage(error: unknown): boolean {
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = (cause as { cause?: unknown }).cause) {
    const { name, message, code } = cause as { name?: unknown; message?: unknown; code?: unknown };
    if (name === 'TimeoutError' || code === 'OAUTH_TIMEOUT' || (name === 'TypeError' && message === 'fetch failed')) return true;
  }
  return false;
}
