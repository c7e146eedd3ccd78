import { createHmac, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Keyring } from '#libs/secret';
import { sealText, SIGNATURE_PURPOSE } from '../key/approval-key.js';
import { signatureText, type Signature } from './signature.js';

const SIGNATURE: Signature = {
  id: '00000000-0000-4000-8000-000000000001',
  requestId: '00000000-0000-4000-8000-000000000002',
  position: 2,
  decision: 'SIGNED',
  signerId: '00000000-0000-4000-8000-000000000003',
  forId: null,
  contentHash: 'a'.repeat(64),
  sessionId: null,
  stepUpMethod: 'TOTP',
  stepUpAt: new Date('2021-03-04T05:06:07.008Z'),
  signedAt: new Date('2021-03-04T05:07:00.000Z'),
  opinion: null,
};

describe('the text that is signed', () => {
  it('names everything, one to a line', () => {
    expect(signatureText(SIGNATURE).split('\n')).toEqual([
      'baton approval signature 1',
      '00000000-0000-4000-8000-000000000001',
      '00000000-0000-4000-8000-000000000002',
      '2',
      'SIGNED',
      '00000000-0000-4000-8000-000000000003',
      '-',
      'a'.repeat(64),
      '-',
      'TOTP',
      '2021-03-04T05:06:07.008Z',
      '2021-03-04T05:07:00.000Z',
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    ]);
  });

  const changes: Partial<Signature>[] = [
    { id: SIGNATURE.requestId },
    { position: 3 },
    { decision: 'RETURNED' },
    { forId: SIGNATURE.id },
    { contentHash: 'b'.repeat(64) },
    { sessionId: SIGNATURE.id },
    { stepUpMethod: 'PASSKEY' },
    { stepUpAt: new Date(0) },
    { signedAt: new Date(0) },
    { opinion: '각' },
  ];
  it.each(changes)('differs for %j', (change) => {
    expect(signatureText({ ...SIGNATURE, ...change })).not.toBe(signatureText(SIGNATURE));
  });

  it('tells an opinion spelled otherwise', () => {
    const opinion = (text: string): string => signatureText({ ...SIGNATURE, opinion: text });
    expect(opinion('각')).not.toBe(opinion('각'.normalize('NFD')));
  });
});

describe('the seals on it', () => {
  const keyring = new Keyring({ current: 'k1', keys: new Map([['k1', Buffer.alloc(32, 7)]]) });
  const text = signatureText(SIGNATURE);

  it('are checked with the public key by anybody, and with the shared one by the database', () => {
    const seals = sealText(keyring, text);
    expect(verify(null, Buffer.from(text), keyring.publicKey(SIGNATURE_PURPOSE), seals.signature)).toBe(true);
    expect(verify(null, Buffer.from(`${text} `), keyring.publicKey(SIGNATURE_PURPOSE), seals.signature)).toBe(false);
    expect(seals.mac).toEqual(createHmac('sha256', keyring.derive('approval mac')).update(text).digest());
    expect(seals.keyName).toBe('k1');
  });
});
