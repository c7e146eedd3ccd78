import { describe, expect, it } from '@jest/globals';
import { hasSecondFactor, methodsOf, type EnrolledFactors } from './factor.js';
import type { ProofMethod } from '../step-up/step-up.js';

describe('ways to prove who one is', () => {
  const rows: [EnrolledFactors, boolean, ProofMethod[]][] = [
    [{ totp: false, passkeys: 0, recoveryCodes: 0 }, false, ['PASSWORD']],
    [{ totp: false, passkeys: 0, recoveryCodes: 10 }, false, ['PASSWORD']],
    [{ totp: true, passkeys: 0, recoveryCodes: 0 }, true, ['TOTP']],
    [{ totp: true, passkeys: 0, recoveryCodes: 3 }, true, ['TOTP', 'RECOVERY_CODE']],
    [{ totp: false, passkeys: 1, recoveryCodes: 0 }, true, ['PASSKEY']],
    [{ totp: true, passkeys: 2, recoveryCodes: 10 }, true, ['PASSKEY', 'TOTP', 'RECOVERY_CODE']],
  ];
  it.each(rows)('%j: a second factor %s, by %j', (factors, second, methods) => {
    expect([hasSecondFactor(factors), methodsOf(factors)]).toEqual([second, methods]);
  });
});
