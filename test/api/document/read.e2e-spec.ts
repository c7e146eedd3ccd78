import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { pdfBytes } from '../../support/files.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('reading about a document', () => {
  itIsClosedTo('admin', 'readDocument', (client) => client.get(`/documents/${NOWHERE}`));

  it('says what it is and who handed it in, to all who may read', async () => {
    const uploaded = (await Client.as('manager').upload('/documents', pdfBytes(randomUUID()), '주주명부.pdf')).body;
    expect((await Client.as('auditor').get(`/documents/${uploaded.id}`)).body).toEqual(uploaded);
  });

  it('finds nothing under an identifier that nobody has', async () => {
    expect(refusal(await Client.as('manager').get(`/documents/${NOWHERE}`))).toEqual([404, 'resource.not-found']);
    expect(refusal(await Client.as('manager').get('/documents/..%2f..%2fetc%2fpasswd'))).toEqual([400, 'request.invalid', '/id']);
  });
});
