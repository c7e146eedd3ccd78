import { invalidField, type DomainError } from '#libs/errors';
import { readAssertion } from '../passkey/passkey.js';
import type { ProofDto } from './proof.dto.js';
import type { Proof } from './proof.js';

/** The proof that a request carries; throws at the field that its method wants and that is not there. */
export function readProof({ method, password, code, challengeId, response }: ProofDto): Proof {
  switch (method) {
    case 'PASSWORD':
      if (password === undefined) throw missing('/password');
      return { method, password };
    case 'TOTP':
    case 'RECOVERY_CODE':
      if (code === undefined) throw missing('/code');
      return { method, code };
    case 'PASSKEY':
      if (challengeId === undefined) throw missing('/challengeId');
      return { method, challengeId, response: readAssertion(response, '/response') };
  }
}

function missing(pointer: string): DomainError {
  return invalidField(pointer, 'proof.missing', { ko: '선택한 확인 방법에 필요한 값을 입력해 주세요.', en: 'Give what the chosen method asks for.' });
}
