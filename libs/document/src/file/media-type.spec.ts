import { crc32 } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#libs/errors';
import { mediaTypeOf } from './media-type.js';

/** A zip of stored (uncompressed) members. */
function zip(members: readonly (readonly [string, string])[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of members) {
    const content = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), content]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, tail, Buffer.from(name)]));
    files.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...directory, Buffer.from('PK\u0005\u0006'), end]);
}

const office = (type: string): Buffer =>
  zip([
    ['[Content_Types].xml', `<Types><Override PartName="/main" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`],
    ['main', 'x'],
  ]);

const CFB = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_000)]);
const SAMPLES = {
  pdf: Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<<>>\nendobj\n', 'latin1'),
  png: Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082', 'hex'),
  jpeg: Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  tiff: Buffer.concat([Buffer.from('49492a0008000000', 'hex'), Buffer.alloc(64)]),
  xlsx: office('spreadsheetml.sheet'),
  docx: office('wordprocessingml.document'),
  pptx: office('presentationml.presentation'),
  hwp: Buffer.concat([CFB, Buffer.from('HWP Document File'), Buffer.alloc(100)]),
  hwpx: zip([
    ['mimetype', 'application/hwp+zip'],
    ['version.xml', '<x/>'],
  ]),
  oldWord: CFB,
  macro: zip([['[Content_Types].xml', '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>']]),
  plainZip: zip([['evil.js', 'x']]),
  program: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]),
  html: Buffer.from('<!doctype html><script>alert(1)</script>'),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  utf8: Buffer.from('\ufeff회사명,금액\n바톤,1000\n'),
  cp949: Buffer.from('c8b8bbe7b8ed2c31303030300a', 'hex'),
  utf16: Buffer.from('\ufeff회사명', 'utf16le'),
  likeBitmap: Buffer.from('BM,회사,금액\n1,2,3\n'),
  noise: Buffer.from('00ff00ff00ff', 'hex'),
};

async function verdict(content: Buffer, name: string): Promise<string> {
  return mediaTypeOf(content, name).catch((error: unknown) => (error instanceof DomainError ? error.code : String(error)));
}

describe('mediaTypeOf', () => {
  const accepted: [keyof typeof SAMPLES, string, string][] = [
    ['pdf', '계약서.pdf', 'application/pdf'],
    ['pdf', '계약서.PDF', 'application/pdf'],
    ['png', 'a.png', 'image/png'],
    ['jpeg', 'a.jpg', 'image/jpeg'],
    ['jpeg', 'a.jpeg', 'image/jpeg'],
    ['tiff', 'a.tif', 'image/tiff'],
    ['xlsx', '명부.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['docx', 'a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['pptx', 'a.pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    ['hwp', '공문.hwp', 'application/x-hwp'],
    ['hwpx', '공문.hwpx', 'application/hwp+zip'],
    ['utf8', '명부.csv', 'text/csv'],
    ['cp949', '명부.csv', 'text/csv'],
    ['likeBitmap', '명부.csv', 'text/csv'],
    ['utf8', '메모.txt', 'text/plain'],
  ];
  it.each(accepted)('takes %s as %s: %s', async (sample, name, mediaType) => {
    expect(await verdict(SAMPLES[sample], name)).toBe(mediaType);
  });

  const refused: [keyof typeof SAMPLES, string, string][] = [
    ['oldWord', 'a.hwp', 'document.type-refused'],
    ['oldWord', 'a.doc', 'document.type-refused'],
    ['macro', 'a.xlsx', 'document.type-refused'],
    ['plainZip', 'a.xlsx', 'document.type-refused'],
    ['program', 'a.pdf', 'document.type-refused'],
    ['html', 'a.html', 'document.type-refused'],
    ['html', 'a.pdf', 'document.type-refused'],
    ['svg', 'a.png', 'document.type-refused'],
    ['utf8', 'a.js', 'document.type-refused'],
    ['utf16', 'a.csv', 'document.type-refused'],
    ['noise', 'a.txt', 'document.type-refused'],
    ['pdf', 'a.hta', 'document.extension-wrong'],
    ['pdf', '계약서', 'document.extension-wrong'],
    ['png', 'a.jpg', 'document.extension-wrong'],
    ['xlsx', 'a.docx', 'document.extension-wrong'],
    ['hwpx', 'a.hwp', 'document.extension-wrong'],
  ];
  it.each(refused)('refuses %s as %s: %s', async (sample, name, code) => {
    expect(await verdict(SAMPLES[sample], name)).toBe(code);
  });
});
