import { DomainError } from '#libs/errors';
import { fileTypeFromBuffer } from 'file-type';
import { extensionOf } from './file-name.js';

const HWP_SIGNATURE = Buffer.from('HWP Document File');
const HWP_TYPE = 'application/x-hwp';
const HWPX_TYPE = 'application/hwp+zip';
const ZIP_MAGIC = Buffer.from('PK\u0003\u0004');
const ZIP_LOCAL_HEADER_BYTES = 30;

/** What may be handed in, with the extensions such a file may have: a closed list. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/tiff': ['tif', 'tiff'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  [HWP_TYPE]: ['hwp'],
  [HWPX_TYPE]: ['hwpx'],
  'text/csv': ['csv'],
  'text/plain': ['txt'],
};

const TEXT_TYPES: Readonly<Record<string, string>> = { csv: 'text/csv', txt: 'text/plain' };

/**
 * The media type of a file by its content; what the browser claims is not asked. Throws `document.type-refused` for
 * what is not on the list, and `document.extension-wrong` when the name promises something else.
 */
export async function mediaTypeOf(content: Buffer, fileName: string): Promise<string> {
  const extension = extensionOf(fileName);
  const textType = TEXT_TYPES[extension];
  // First, because texts may happen to begin like a picture ('BM…').
  if (textType !== undefined && isText(content)) return textType;
  const mediaType = await binaryTypeOf(content);
  const extensions = mediaType === undefined ? undefined : ALLOWED[mediaType];
  if (mediaType === undefined || extensions === undefined) throw typeRefused(extension);
  if (!extensions.includes(extension)) throw extensionWrong(fileName, extensions);
  return mediaType;
}

async function binaryTypeOf(content: Buffer): Promise<string | undefined> {
  if (isHwpx(content)) return HWPX_TYPE;
  const detected = await fileTypeFromBuffer(content).catch(() => undefined);
  if (detected?.mime !== 'application/x-cfb') return detected?.mime;
  // Office documents of before 2007, protected ones and installers are compound files too.
  return content.includes(HWP_SIGNATURE) ? HWP_TYPE : undefined;
}

/** As in EPUB and OpenDocument, the first member is called `mimetype`, lies there uncompressed and says what this is. */
function isHwpx(content: Buffer): boolean {
  if (content.length < ZIP_LOCAL_HEADER_BYTES || !content.subarray(0, ZIP_MAGIC.length).equals(ZIP_MAGIC)) return false;
  const nameEnd = ZIP_LOCAL_HEADER_BYTES + content.readUInt16LE(26);
  const start = nameEnd + content.readUInt16LE(28);
  const name = content.toString('latin1', ZIP_LOCAL_HEADER_BYTES, nameEnd);
  return name === 'mimetype' && content.toString('latin1', start, start + HWPX_TYPE.length) === HWPX_TYPE;
}

/** Text in UTF-8 or, as older Korean programs write it, in CP949; no control characters but line ends and tabs. */
function isText(content: Buffer): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
  const binary = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;
  return ['utf-8', 'euc-kr'].some((encoding) => {
    try {
      return !binary.test(new TextDecoder(encoding, { fatal: true }).decode(content));
    } catch {
      return false;
    }
  });
}

function typeRefused(extension: string): DomainError {
  const list = Object.values(ALLOWED).flat().join(', ');
  return new DomainError(
    'invalid',
    'document.type-refused',
    {
      ko: `이 형식의 파일은 올릴 수 없습니다. ${list} 파일로 저장해 다시 올려 주세요. 암호가 걸린 문서는 암호를 풀어 주세요.`,
      en: `Files of this kind are not accepted. Save it as one of ${list} and upload it again; remove the password of a protected document.`,
    },
    { details: { extension, allowed: Object.values(ALLOWED).flat() } },
  );
}

function extensionWrong(fileName: string, expected: readonly string[]): DomainError {
  const list = expected.map((extension) => `.${extension}`).join(', ');
  return new DomainError(
    'invalid',
    'document.extension-wrong',
    {
      ko: `파일 이름의 확장자가 내용과 다릅니다. 내용에 맞는 확장자(${list})로 바꾸어 다시 올려 주세요.`,
      en: `The extension of the file's name does not fit its content. Rename it to end in ${list} and upload it again.`,
    },
    { details: { fileName, expected } },
  );
}
