import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { previewHeaders, useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { forgetDraft } from '../../design/form/draft.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { Spinner } from '../../design/spinner.js';
import type { BlankFormPlace } from '../register/blank-form.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { LettersCard } from './letters-card.js';
import { RosterPreview } from './roster-preview.js';
import { pasteDraft, RosterSource } from './roster-source.js';
import { describeImport, importRoster, previewRoster, ROSTER_SHEETS, type RosterRequest, type RosterResult } from './roster.requests.js';
import styles from './roster.module.css';

interface Props {
  /** Null: the year that the overview of the workbook states. */
  readonly yearId: string | null;
  readonly legalRegime: string;
  readonly forms: readonly BlankFormPlace[];
}

interface Preview {
  readonly request: RosterRequest;
  readonly result: RosterResult;
}

/** A roster comes in two steps: first every row is judged and shown, and put right in place; then what is in order is issued. */
export function RosterImport({ yearId, legalRegime, forms }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [done, setDone] = useState<RosterResult | null>(null);
  const leave = (): void => {
    forgetDraft(pasteDraft(ROSTER_SHEETS));
    setPreview(null);
  };
  const judge = useWrite({
    mutationFn: async (request: RosterRequest): Promise<Preview> => ({ request, result: await previewRoster(request, previewHeaders()) }),
    onSuccess: setPreview,
  });
  const record = useWrite({
    mutationFn: ({ request, result }: Preview) => importRoster(request, result.issuedWon, intent.headersFor(describeImport(request, result.issuedWon))),
    onSubmitted: () => leave(),
    onSuccess: async (result) => {
      intent.done();
      leave();
      setDone(result);
      await refreshYear(result.yearId);
    },
  });
  const again = (): void => {
    setPreview(null);
    judge.reset();
    record.reset();
  };
  const reading = judge.isPending && preview === null;
  return (
    <>
      {done !== null && preview === null && <Done result={done} />}
      {preview === null && !reading && (
        <RosterSource
          sheets={ROSTER_SHEETS}
          dropLabel={t('roster.drop')}
          forms={forms}
          onSource={(source) => {
            setDone(null);
            judge.mutate({ source, yearId, legalRegime, corrections: [] });
          }}
        />
      )}
      {reading && (
        <Card>
          <p className={styles['working']} role="status">
            <Spinner />
            {t('roster.reading')}
          </p>
        </Card>
      )}
      <ProblemCallout error={judge.error ?? record.error} />
      {preview !== null && (
        <RosterPreview
          result={preview.result}
          corrections={preview.request.corrections}
          pending={judge.isPending || record.isPending}
          onCorrect={(corrections) => judge.mutate({ ...preview.request, corrections })}
          onImport={() => record.mutate(preview)}
          onAgain={again}
        />
      )}
    </>
  );
}

function Done({ result }: { readonly result: RosterResult }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Callout tone="success" title={t('roster.done', { count: result.fresh.issues, name: result.yearName })} />
      {result.issues.length > 0 && <LettersCard yearId={result.yearId} count={result.issues.length} voucherIds={result.issues.map(({ voucherId }) => voucherId)} />}
    </>
  );
}
