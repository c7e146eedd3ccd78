import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { previewHeaders, useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { Spinner } from '../../design/spinner.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import { RosterSource } from '../roster/roster-source.js';
import { describeRegister, importRegister, previewRegister, REGISTER_SHEETS, type MatchingRegisterResult, type RegisterRequest, type RegisterSheet } from './matching-register.requests.js';
import { RegisterPreview } from './register-preview.js';

interface Preview {
  readonly request: RegisterRequest;
  readonly result: MatchingRegisterResult;
}

/** A register comes in two steps: first every row is judged and shown, and put right in place; then what is in order is recorded. */
export function RegisterImport({ where }: { readonly where: RegisterRequest['where'] }): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [done, setDone] = useState<MatchingRegisterResult | null>(null);
  const judge = useWrite({
    mutationFn: async (request: RegisterRequest): Promise<Preview> => ({ request, result: await previewRegister(request, previewHeaders()) }),
    onSuccess: setPreview,
  });
  const record = useWrite({
    mutationFn: ({ request, result }: Preview) => importRegister(request, result.committedWon, intent.headersFor(describeRegister(request, result.committedWon))),
    onSubmitted: () => setPreview(null),
    onSuccess: async (result) => {
      intent.done();
      setPreview(null);
      setDone(result);
      await refreshGrants(result.callId);
    },
  });
  const again = (): void => {
    setPreview(null);
    judge.reset();
    record.reset();
  };
  if (preview !== null) {
    return (
      <>
        <ProblemCallout error={judge.error ?? record.error} />
        <RegisterPreview
          result={preview.result}
          corrections={preview.request.corrections}
          pending={judge.isPending || record.isPending}
          onCorrect={(corrections) => judge.mutate({ ...preview.request, corrections })}
          onImport={() => record.mutate(preview)}
          onAgain={again}
        />
      </>
    );
  }
  return (
    <>
      {done !== null && (
        <Callout tone="success" title={t('matchingRegister.done', { count: done.fresh.projects, name: done.callName })}>
          <Link to={`/matching/${done.callId}/projects`}>{t('matchingRegister.look')}</Link>
        </Callout>
      )}
      {judge.isPending ? (
        <Card>
          <p role="status">
            <Spinner /> {t('roster.reading')}
          </p>
        </Card>
      ) : (
        <RosterSource
          sheets={REGISTER_SHEETS}
          dropLabel={t('matchingRegister.drop')}
          onSource={(source) => {
            setDone(null);
            judge.mutate({ source: source.kind === 'file' ? source : { ...source, sheet: source.sheet as RegisterSheet }, where, corrections: [] });
          }}
        />
      )}
      <ProblemCallout error={judge.error ?? record.error} />
    </>
  );
}
