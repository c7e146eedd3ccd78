import type { Bilingual } from '../../api/types.js';

/** A fault at one field, found here or told by the server; the pointer is a JSON pointer into what is sent. */
export interface Fault {
  readonly pointer: string;
  readonly text: string;
}

/** '/company/businessNumber' → 'company.businessNumber': forms name their fields as the request does. */
export function fieldName(pointer: string): string {
  return pointer.replace(/^\//, '').replaceAll('/', '.');
}

interface ServerFault {
  readonly pointer: string;
  readonly text: Bilingual;
  readonly fix?: Bilingual;
}

/** What is wrong and, where the server knows, what would be right. */
export function readableFaults(faults: readonly ServerFault[], say: (text: Bilingual) => string): Fault[] {
  return faults.map(({ pointer, text, fix }) => ({ pointer, text: fix === undefined ? say(text) : `${say(text)} ${say(fix)}` }));
}
