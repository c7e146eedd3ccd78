import { DomainError } from '#libs/errors';

/** What a passkey is bound to (WebAuthn §4): the site's name, and the origin its pages come from. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/** The request, as far as it tells under which address people see this server. */
export interface SeenAddress {
  readonly protocol: string;
  readonly host: string;
}

const LOCALHOST = /^localhost(:\d{1,5})?$/;

/**
 * From the configured public address; without one from the request, but only on localhost: elsewhere whoever sends a
 * request could choose the name. Throws `passkey.no-address`.
 */
export function relyingPartyOf(publicUrl: string | undefined, { protocol, host }: SeenAddress): RelyingParty {
  if (publicUrl !== undefined) {
    const { hostname, origin } = new URL(publicUrl);
    return { id: hostname, origin };
  }
  if (LOCALHOST.test(host)) return { id: 'localhost', origin: `${protocol}://${host}` };
  throw new DomainError('rule_broken', 'passkey.no-address', {
    ko: '이 서버의 공식 주소가 정해지지 않아 패스키를 쓸 수 없습니다. 관리자에게 BATON_PUBLIC_URL 설정을 요청하거나 http://localhost 주소로 접속해 주세요.',
    en: 'Passkeys need the public address of this server. Ask the operator to set BATON_PUBLIC_URL, or open it as http://localhost.',
  });
}
