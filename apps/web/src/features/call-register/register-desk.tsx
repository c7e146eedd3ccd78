import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { previewHeaders, useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Card } from '../../design/card.js';
import { forgetDraft } from '../../design/form/draft.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { Spinner } from '../../design/spinner.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import type { BlankFormPlace } from '../register/blank-form.js';
import { pasteDraft, RosterSource } from '../roster/roster-source.js';
import { describeImport } from '../roster/roster.requests.js';
import type { RegisterDoor, RegisterRequest } from './call-register.requests.js';
import type { PreviewProps } from './register-preview.js';

interface Props<Sheet extends string, Opening, Result> {
  readonly door: RegisterDoor<Sheet, Opening, Result>;
  readonly where: RegisterRequest<Sheet, Opening>['where'];
  /** The sheets that can be pasted, the likeliest first. */
  readonly sheets: readonly Sheet[];
  readonly dropLabel: string;
  readonly form: BlankFormPlace;
  /** The total in won that is signed for. */
  readonly amountOf: (result: Result) => string;
  readonly renderPreview: (props: PreviewProps<Result>) => ReactElement;
  /** What is said when it is recorded. */
  readonly renderDone: (result: Result) => ReactElement;
}

/** A register comes in two steps: first every row is judged and shown, and put right in place; then what is in order is recorded. */
export function RegisterDesk<Sheet extends string, Opening, Result extends { readonly callId: string }>({ door, where, sheets, dropLabel, form, amountOf, renderPreview, renderDone }: Props<Sheet, Opening, Result>): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const [preview, setPreview] = useState<{ readonly request: RegisterRequest<Sheet, Opening>; readonly result: Result } | null>(null);
  const [done, setDone] = useState<Result | null>(null);
  const leave = (): void => {
    forgetDraft(pasteDraft(sheets));
    setPreview(null);
  };
  const judge = useWrite({
    mutationFn: async (request: RegisterRequest<Sheet, Opening>) => ({ request, result: await door.preview(request, previewHeaders()) }),
    onSuccess: setPreview,
  });
  const record = useWrite({
    mutationFn: ({ request, result }: NonNullable<typeof preview>) => door.record(request, amountOf(result), intent.headersFor(describeImport(request, amountOf(result)))),
    onSubmitted: () => leave(),
    onSuccess: async (result) => {
      intent.done();
      leave();
      setDone(result);
      await refreshGrants(result.callId);
    },
  });
  const again = (): void => {
    setPreview(null);
    judge.reset();
    record.reset();
  };
  const refused = <ProblemCallout error={judge.error ?? record.error} />;
  if (preview !== null) {
    const { request, result } = preview;
    const onCorrect: PreviewProps<Result>['onCorrect'] = (corrections) => judge.mutate({ ...request, corrections });
    return (
      <>
        {refused}
        {renderPreview({ result, corrections: request.corrections, pending: judge.isPending || record.isPending, onCorrect, onImport: () => record.mutate(preview), onAgain: again })}
      </>
    );
  }
  return (
    <>
      {done !== null && renderDone(done)}
      {judge.isPending ? (
        <Card>
          <p role="status">
            <Spinner /> {t('roster.reading')}
          </p>
        </Card>
      ) : (
        <RosterSource
          sheets={sheets}
          dropLabel={dropLabel}
          forms={[form]}
          onSource={(source) => {
            setDone(null);
            judge.mutate({ source, where, corrections: [] });
          }}
        />
      )}
      {refused}
    </>
  );
}
