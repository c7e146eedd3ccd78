import { DomainError } from '#libs/errors';
import type { Onlooker } from '#libs/pdf';
import { zip } from '#libs/sheet';
import type { Letter } from './letter.model.js';
import { fileNameOf, letterPdf, lettersPdf } from './letter.pdf.js';

/** More letters than that take the office's printer, and this server, too long at once. */
export const MOST_LETTERS = 500;

export interface LetterFile {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly mediaType: string;
}

/** Letters as one file; who waits for it hears of its pages. Throws `letter.none-issued` and `letter.too-many`. */
export async function lettersFile(letters: readonly Letter[], format: 'PDF' | 'ZIP', onlooker: Onlooker): Promise<LetterFile> {
  const [first] = letters;
  if (first === undefined) {
    throw new DomainError('conflict', 'letter.none-issued', { ko: '발급된 바우처가 없습니다. 발급한 뒤 통지서를 내려받아 주세요.', en: 'No voucher has been issued. Issue first, then download the letters.' });
  }
  if (letters.length > MOST_LETTERS) {
    throw new DomainError('conflict', 'letter.too-many', {
      ko: `통지서가 ${letters.length}건입니다. 한 번에 ${MOST_LETTERS}건까지 골라 내려받아 주세요.`,
      en: `There are ${letters.length} letters. Choose up to ${MOST_LETTERS} at a time.`,
    });
  }
  const name = `바우처발급통지_${first.programme.replace(/\s+/gu, '_')}_${letters.length}건`;
  if (format === 'PDF') return { bytes: await lettersPdf(letters, onlooker), fileName: `${name}.pdf`, mediaType: 'application/pdf' };
  const parts: { name: string; content: Buffer }[] = [];
  for (const [index, letter] of letters.entries()) {
    parts.push({ name: `${String(index + 1).padStart(3, '0')}_${fileNameOf(letter.number)}.pdf`, content: await letterPdf(letter, { signal: onlooker.signal }) });
    // A letter is a page.
    onlooker.onProgress?.(parts.length, letters.length);
  }
  return { bytes: await zip(parts), fileName: `${name}.zip`, mediaType: 'application/zip' };
}
