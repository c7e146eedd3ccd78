import { describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { pdfBytes } from '../../support/files.js';
import { itIsClosedTo } from '../../support/routes.js';

const upload = (bytes: Buffer, fileName: string) => Client.as('manager').upload('/documents', bytes, fileName);

describe('uploading a document', () => {
  itIsClosedTo('compliance', 'uploadDocument', (client) => client.upload('/documents', pdfBytes('x'), '계약서.pdf'));

  it('keeps the file under its hash, by content and not by what the browser says', async () => {
    const bytes = pdfBytes(randomUUID());
    const answer = await upload(bytes, '기술이전계약서.pdf');
    expectStatus(answer, 201);
    expect(answer.body).toMatchObject({
      fileName: '기술이전계약서.pdf',
      mediaType: 'application/pdf',
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      uploadedByName: '김바람',
    });
  });

  it('gives the same document for the same file, and another one to another person', async () => {
    const bytes = pdfBytes(randomUUID());
    const [first, again] = [await upload(bytes, '확인서.pdf'), await upload(bytes, '확인서.pdf')];
    const others = await Client.as('finance').upload('/documents', bytes, '확인서.pdf');
    expect([again.body.id, others.body.sha256]).toEqual([first.body.id, first.body.sha256]);
    expect(others.body.id).not.toBe(first.body.id);
  });

  it.each([
    ['a Mac (NFD)', '계약서.pdf'.normalize('NFD'), '계약서.pdf'],
    ['a browser that sends folders', 'C:\\문서\\계약서.pdf', '계약서.pdf'],
    ['somebody who turns the reading direction around', '계약서\u202Efdp.exe.pdf', '계약서fdp.exe.pdf'],
    ['somebody who climbs', '../../etc/계약서.pdf', '계약서.pdf'],
  ])('cleans the file name of %s', async (_who, given, kept) => {
    expect((await upload(pdfBytes(randomUUID()), given)).body.fileName).toBe(kept);
  });

  it.each([
    ['a program posing as a PDF', Buffer.from(`MZ${'\0'.repeat(200)}`), '계약서.pdf', 'document.type-refused'],
    ['a web page', Buffer.from('<html><script>alert(1)</script></html>'), 'page.html', 'document.type-refused'],
    ['a web page posing as a PDF', Buffer.from('<html></html>'), 'page.pdf', 'document.type-refused'],
    ['a drawing with a script in it', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'drawing.svg', 'document.type-refused'],
    ['a drawing posing as a picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'drawing.png', 'document.type-refused'],
    ['an archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(60)]), 'archive.zip', 'document.type-refused'],
    ['a PDF posing as a picture', pdfBytes('y'), 'scan.png', 'document.extension-wrong'],
    ['nothing', Buffer.alloc(0), 'empty.pdf', 'document.empty'],
    ['more than 20 MB', Buffer.alloc(21 * 1024 * 1024, 37), 'big.pdf', 'document.too-large'],
  ])('refuses %s', async (_what, bytes, fileName, code) => {
    expect(refusal(await upload(bytes, fileName))).toEqual([400, code]);
  });

  const part = (disposition: string, content = 'abc'): string => `--x\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
  it.each([
    ['JSON', '{}', 'application/json', 'document.not-a-form'],
    ['a form that breaks off', part('name="file"; filename="a.txt"').slice(0, -4), 'multipart/form-data; boundary=x', 'document.broken-form'],
    ['a form without a boundary', 'abc', 'multipart/form-data', 'document.broken-form'],
    ['two files', `${part('name="file"; filename="a.txt"')}${part('name="file"; filename="b.txt"')}--x--\r\n`, 'multipart/form-data; boundary=x', 'document.broken-form'],
    ['a file in another field', `${part('name="other"; filename="a.txt"')}--x--\r\n`, 'multipart/form-data; boundary=x', 'document.wrong-field'],
    ['a field instead of a file', `${part('name="file"')}--x--\r\n`, 'multipart/form-data; boundary=x', 'document.no-file'],
    ['a field called __proto__', `${part('name="__proto__"')}--x--\r\n`, 'multipart/form-data; boundary=x', 'document.broken-form'],
  ])('refuses %s', async (_what, body, contentType, code) => {
    expect(refusal(await Client.as('manager').ask('POST', '/documents', { raw: { body, contentType } }))).toEqual([400, code]);
  });
});
