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
  TableBlock,
  Tile,
  Tone,
  TonedCell,
  Verdict,
} from './blocks.js';
export type { Attachment, DocumentMeta, RenderOptions } from './document-types.js';
export { renderDocument, writeDocument } from './render.js';
export { readEmbeddedFiles } from './read/embedded-files.js';
export type { EmbeddedContents } from './read/embedded-files.js';
