import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import * as pkijs from 'pkijs';
import { DomainError } from '#libs/errors';
import { ENGINE, exact } from './cms.js';
import { signerOf, type ReportSigner } from './signer.js';

/**
 * The signer in a PKCS #12 file (RFC 7292), as authorities hand certificates out. Throws `signature.pkcs12` where the file or
 * the password is not right, where key and certificate do not belong together, and for the ciphers of before 2010.
 */
export async function signerFromPkcs12(file: Buffer, password: string): Promise<ReportSigner> {
  try {
    const { keys, certificates } = await contentsOf(file, password);
    const [key] = keys;
    if (key === undefined) throw new RangeError('there is no key inside');
    const own = certificates.find((each) => new X509Certificate(each).checkPrivateKey(key));
    if (own === undefined) throw new RangeError('no certificate belongs to the key');
    return signerOf(key, [own, ...certificates.filter((each) => each !== own)], false);
  } catch (error) {
    throw new DomainError(
      'invalid',
      'signature.pkcs12',
      {
        ko: 'BATON_SIGNING_FILE의 인증서(PKCS#12)를 열 수 없습니다. 파일과 BATON_SIGNING_PASSWORD를 확인해 주세요. 오래된 암호 방식의 파일은 openssl pkcs12로 다시 만들어야 합니다.',
        en: 'The certificate (PKCS #12) of BATON_SIGNING_FILE cannot be opened. Check the file and BATON_SIGNING_PASSWORD; a file with old ciphers has to be made anew with openssl pkcs12.',
      },
      { cause: error },
    );
  }
}

interface Contents {
  readonly keys: readonly KeyObject[];
  /** DER. */
  readonly certificates: readonly Buffer[];
}

async function contentsOf(file: Buffer, password: string): Promise<Contents> {
  const secret = exact(Buffer.from(password, 'utf8'));
  const pfx = pkijs.PFX.fromBER(exact(file));
  await pfx.parseInternalValues({ password: secret, checkIntegrity: true }, ENGINE);
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (safe === undefined) throw new RangeError('there is nothing inside');
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password: secret })) }, ENGINE);
  const parsed = (safe.parsedValue as { readonly safeContents: readonly { readonly value: pkijs.SafeContents }[] } | undefined)?.safeContents ?? [];
  const bags = parsed.flatMap(({ value }) => value.safeBags.map(({ bagValue }) => bagValue));
  return {
    keys: bags.flatMap((bag) => (bag instanceof pkijs.PKCS8ShroudedKeyBag || bag instanceof pkijs.PrivateKeyInfo ? [keyOf(bag, password)] : [])),
    certificates: bags.flatMap((bag) => (bag instanceof pkijs.CertBag && bag.parsedValue instanceof pkijs.Certificate ? [Buffer.from(bag.parsedValue.toSchema().toBER())] : [])),
  };
}

function keyOf(bag: pkijs.PKCS8ShroudedKeyBag | pkijs.PrivateKeyInfo, password: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(bag.toSchema().toBER()), format: 'der', type: 'pkcs8', passphrase: password });
}
