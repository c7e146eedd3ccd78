import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { FileDrop } from '../../design/file-drop.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { TextAreaField } from '../../design/text-field.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { importStatement, type ImportedStatement, type StatementSource } from './custodian.requests.js';

/** Takes a statement in, as a file or from the clipboard, and says what became of its rows. */
export function StatementCard({ fundId }: { readonly fundId: string }): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const intent = useIntent();
  const take = useWrite({
    mutationFn: (source: StatementSource) => importStatement(fundId, source, intent.headersFor(typeof source === 'string' ? source : [source.name, source.size, source.lastModified])),
    onSuccess: async () => {
      intent.done();
      setText('');
      await refreshFund(fundId);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') take.mutate(text);
  };
  return (
    <Card title={t('custodian.statement')}>
      <Stack>
        <FileDrop label={t('custodian.drop')} buttonLabel={t('custodian.choose')} accept={['.xlsx', '.csv', '.tsv', '.txt']} pending={take.isPending} onFiles={([file]) => file !== undefined && take.mutate(file)} />
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextAreaField label={t('custodian.pasteLabel')} hint={t('custodian.pasteHint')} value={text} onChange={setText} />
            <div>
              <Button type="submit" tone="secondary" pending={take.isPending} disabled={text.trim() === ''}>
                {t('custodian.paste')}
              </Button>
            </div>
          </Stack>
        </form>
        <ProblemCallout error={take.error} />
        {take.data !== undefined && <Outcome outcome={take.data} />}
      </Stack>
    </Card>
  );
}

function Outcome({ outcome: { added, known, refused } }: { readonly outcome: ImportedStatement }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <div role="status">
      {(added > 0 || known > 0) && <Callout tone="success">{t('custodian.imported', { added, known })}</Callout>}
      {refused.length > 0 && (
        <Callout tone="warning" title={t('custodian.refused', { count: refused.length })}>
          <ul>
            {refused.map(({ row, text, fix }, index) => (
              <li key={index}>
                {row === null ? t('custodian.wholeSheet') : t('custodian.refusedRow', { row })}: {say(text)} {fix === null ? '' : say(fix)}
              </li>
            ))}
          </ul>
        </Callout>
      )}
    </div>
  );
}
