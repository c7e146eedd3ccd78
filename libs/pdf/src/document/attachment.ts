import { createHash } from 'node:crypto';

import { invariant } from '#libs/errors';

import type { Attachment } from '../document-types.js';
import type { PdfKitCore, Reference } from './pdfkit-core.js';
import { textString } from './structure.js';

const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+$/;

/** SHA-256 of bytes as lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A name object may not contain a slash: it is written as #2F (ISO 32000-1, 7.3.5). */
function nameOf(mediaType: string): string {
  return mediaType.replace(/[^a-z0-9.-]/g, (character) => `#${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/**
 * Embeds one file as an associated file of the document (ISO 19005-3, 6.8): media type, relationship and both dates
 * are mandatory there, so none is optional here.
 */
export function embedFile(document: PdfKitCore, file: Attachment, at: Date): Reference {
  invariant(MEDIA_TYPE.test(file.mediaType), `attachment '${file.name}' has no proper media type`);
  invariant(file.name !== '' && !/[/\\]/.test(file.name), `attachment name '${file.name}' is empty or a path`);
  const checksum = createHash('md5').update(file.bytes).digest();
  const stream = document.ref({
    Type: 'EmbeddedFile',
    Subtype: nameOf(file.mediaType),
    Params: { Size: file.bytes.byteLength, CheckSum: checksum, CreationDate: at, ModDate: at },
  });
  stream.end(file.bytes);
  const specification = document.ref({
    Type: 'Filespec',
    AFRelationship: file.relationship,
    F: textString(file.name),
    UF: textString(file.name),
    Desc: textString(file.description),
    EF: { F: stream, UF: stream },
  });
  specification.end();
  document.addNamedEmbeddedFile(file.name, specification);
  return specification;
}
