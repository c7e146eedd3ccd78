import { DomainError } from '#libs/errors';
import type { GrantCall } from '../call.js';

/** Commands of matching, and those of the reconciliation desk, which prove private cash by receipts. */
const OF_POOLS = /^(matching|bank)-/;

/**
 * In a pool of reverse matching the government follows private cash that came in: its own commands conclude, count deposits and
 * release. Throws conflict `grant-call.is-a-pool` where another command would; the database refuses it too.
 */
export function requireOwnCommand({ kind }: Pick<GrantCall, 'kind'>, command: string): void {
  if (kind !== 'MATCHING' || OF_POOLS.test(command)) return;
  throw new DomainError('conflict', 'grant-call.is-a-pool', {
    ko: '역매칭 풀의 과제입니다. 선정·협약·민간입금·지급은 매칭 화면에서 처리해 주세요.',
    en: 'This belongs to a pool of reverse matching. Select, agree, record deposits and release on its own screens.',
  });
}
