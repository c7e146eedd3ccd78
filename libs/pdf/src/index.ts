export type {
  ApprovalCell,
  Block,
  BlockOf,
  Cell,
  Column,
  Cover,
  Fact,
  Measure,
  Row,
  Series,
  StreamedTable,
  TableBlock,
  Tile,
  Tone,
  TonedCell,
  Verdict,
} from './blocks.js';
export type { Attachment, DocumentMeta, RenderOptions } from './document-types.js';
export { writeDocument } from './render.js';
export type { Onlooker } from '#libs/thread';
export { renderDocument, streamDocument } from './thread/stream.js';
export { readEmbeddedFiles } from './read/embedded-files.js';
export type { EmbeddedContents } from './read/embedded-files.js';
export { filesByName, pageTexts } from './read/page-texts.js';
export { PdfFile } from './read/pdf-file.js';
export { UnreadablePdf } from './read/pdf-value.js';
export { readSignature } from './signature/read-signature.js';
export type { FoundSignature } from './signature/read-signature.js';
export { signDocument } from './signature/sign-document.js';
export type { SignatureStatement, Signing } from './signature/sign-document.js';
