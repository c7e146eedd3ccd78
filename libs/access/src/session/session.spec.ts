import { describe, expect, it } from '@jest/globals';
import { absoluteEnd, endIfIdle, isLive, isWorthTouching } from './session.js';

const at = (time: string): Date => new Date(`2026-03-02T${time}+09:00`);
const session = (lastSeen: string, revoked: string | null = null) => ({
  lastSeenAt: at(lastSeen),
  expiresAt: absoluteEnd(at('09:00:00')),
  revokedAt: revoked === null ? null : at(revoked),
});

describe('a session that started at 09:00', () => {
  const rows: [string, string, string | null, boolean][] = [
    // last seen, asked, revoked, live
    ['09:00:00', '09:00:00', null, true],
    ['09:00:00', '09:29:59', null, true],
    ['09:00:00', '09:30:00', null, false],
    ['20:59:00', '20:59:59', null, true],
    ['20:59:00', '21:00:00', null, false],
    ['09:10:00', '09:11:00', '09:10:30', false],
  ];
  it.each(rows)('last seen %s, asked %s, revoked %s -> live %s', (seen, asked, revoked, live) => {
    expect(isLive(session(seen, revoked), at(asked))).toBe(live);
  });

  it('ends half an hour after the last request, and never after 21:00', () => {
    expect(endIfIdle(session('10:00:00'))).toEqual(at('10:30:00'));
    expect(endIfIdle(session('20:45:00'))).toEqual(at('21:00:00'));
  });

  it('is written down again once a minute', () => {
    expect(isWorthTouching(session('10:00:00'), at('10:00:59'))).toBe(false);
    expect(isWorthTouching(session('10:00:00'), at('10:01:00'))).toBe(true);
  });
});
