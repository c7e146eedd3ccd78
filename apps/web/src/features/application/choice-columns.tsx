import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import type { ApplicationSummary } from './application.requests.js';

/** The columns that every table of choices begins with: chosen or not, which application, whose. */
export function choiceColumns(t: TFunction, isChosen: (row: ApplicationSummary) => boolean, choose: (row: ApplicationSummary, chosen: boolean) => void): { header: string; cell: (row: ApplicationSummary) => ReactElement | string }[] {
  return [
    { header: t('application.choose'), cell: (row) => <input type="checkbox" checked={isChosen(row)} onChange={(event) => choose(row, event.target.checked)} aria-label={t('application.chooseOf', { number: row.number })} /> },
    { header: t('application.number'), cell: ({ number }) => number },
    { header: t('application.company'), cell: ({ company }) => company },
  ];
}
