import type { Block, Cell, Cover, DocumentMeta, RenderOptions } from '#libs/pdf';

export interface Sample {
  meta: DocumentMeta;
  cover: Cover;
  blocks: Block[];
  options: RenderOptions;
}

export const LONG_NAME: string;
export function portfolio(count: number): Cell[][];
export function sampleDocument(options?: { rows?: number; watermark?: readonly string[] }): Sample;
