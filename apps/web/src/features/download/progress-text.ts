import type { TFunction } from 'i18next';
import type { Progress } from '../../api/told-file.js';

/** How far something is, in words: rows read, pages laid out, pages written, rows written. */
export function progressText(t: TFunction, { phase, done, total }: Progress): string {
  const numbers = { done: done.toLocaleString(), total: total?.toLocaleString() };
  switch (phase) {
    case 'READING':
      return total === null ? t('download.reading') : t('download.readingRows', numbers);
    case 'LAYING_OUT':
      return t('download.layingOut', numbers);
    case 'WRITING':
      return t('download.writing', numbers);
    case 'FILLING':
      return t('download.filling', numbers);
  }
}

/** How much of what leaves is made, from 0 to 1; null while nobody knows the whole. */
export function progressPart({ phase, done, total }: Progress): number | null {
  return (phase === 'WRITING' || phase === 'FILLING') && total !== null && total > 0 ? done / total : null;
}
