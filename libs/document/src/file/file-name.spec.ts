import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanFileName, extensionOf } from './file-name.js';

describe('cleanFileName', () => {
  const rows: [string | undefined, string][] = [
    ['투자계약서.pdf', '투자계약서.pdf'],
    ['투자계약서.pdf'.normalize('NFD'), '투자계약서.pdf'],
    ['C:\\Users\\kim\\명부.xlsx', '명부.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['a\r\nSet-Cookie: x.txt', 'aSet-Cookie: x.txt'],
    ['contract\u202efdp.exe', 'contractfdp.exe'],
    ['zero\u200bwidth.csv', 'zerowidth.csv'],
    ['  두   칸 .pdf', '두 칸 .pdf'],
    ['trailing. . ', 'trailing'],
    ['"quoted".pdf', '"quoted".pdf'],
    ['\ud800half.pdf', 'half.pdf'],
    ['..', '이름 없는 파일'],
    ['', '이름 없는 파일'],
    ['folder/', '이름 없는 파일'],
    [undefined, '이름 없는 파일'],
  ];
  it.each(rows)('%j -> %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  it('shortens the stem and spares the extension', () => {
    const kept = cleanFileName(`${'가'.repeat(400)}.pdf`);
    expect(kept).toHaveLength(255);
    expect(kept.endsWith('가.pdf')).toBe(true);
  });

  it('never cuts a character in two', () => {
    const kept = cleanFileName(`a${'😀'.repeat(200)}.pdf`);
    expect(kept.isWellFormed()).toBe(true);
    expect(kept.length).toBeLessThanOrEqual(255);
  });

  it('gives for any text a name that is short, visible, without folders, and its own clean name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (given) => {
        const kept = cleanFileName(given);
        expect(kept.length).toBeGreaterThan(0);
        expect(kept.length).toBeLessThanOrEqual(255);
        expect(kept).not.toMatch(/[\p{Cc}\p{Cf}/\\]/u);
        expect(kept).toBe(kept.normalize('NFC'));
        expect(cleanFileName(kept)).toBe(kept);
      }),
    );
  });
});

describe('extensionOf', () => {
  it.each([
    ['명부.XLSX', 'xlsx'],
    ['a.tar.gz', 'gz'],
    ['.htaccess', ''],
    ['none', ''],
    ['dot.', ''],
    ['with. blank', ''],
  ])('%s -> %j', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });
});
