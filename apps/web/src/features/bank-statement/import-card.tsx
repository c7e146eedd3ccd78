import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { FileDrop } from '../../design/file-drop.js';
import { Stack } from '../../design/page.js';
import { TextAreaField } from '../../design/text-field.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { Refusal } from '../rule/refusal.js';
import { importStatement, refreshBank, type ImportedBankStatement, type StatementSource } from './bank-statement.requests.js';

/** Takes a statement in and says what became of each row. */
export function ImportCard({ accountId }: { readonly accountId: string }): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const intent = useIntent();
  const take = useWrite({
    mutationFn: (source: StatementSource) => importStatement(accountId, source, intent.headersFor(typeof source === 'string' ? source : [source.name, source.size, source.lastModified])),
    onSuccess: async () => {
      intent.done();
      setText('');
      await refreshBank();
    },
  });
  return (
    <Card title={t('reconciliation.import')} note={t('reconciliation.importNote')}>
      <Stack>
        <FileDrop label={t('reconciliation.drop')} buttonLabel={t('reconciliation.choose')} accept={['.csv', '.txt', '.tsv', '.xlsx', '.xml']} pending={take.isPending} onFiles={([file]) => file !== undefined && take.mutate(file)} />
        <TextAreaField label={t('reconciliation.paste')} value={text} onChange={setText} />
        <div>
          <Button tone="secondary" pending={take.isPending} disabled={text.trim() === ''} onPress={() => take.mutate(text)}>
            {t('reconciliation.pasteAction')}
          </Button>
        </div>
        <Refusal error={take.error} />
        {take.data !== undefined && <ImportOutcome outcome={take.data} />}
      </Stack>
    </Card>
  );
}

function ImportOutcome({ outcome: { added, known, earlier, reversed, differenceWon, refused } }: { readonly outcome: ImportedBankStatement }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const isOff = differenceWon !== null && differenceWon !== '0';
  return (
    <div role="status">
      <Callout tone={isOff ? 'warning' : 'success'}>
        {t('reconciliation.imported', { added, known, earlier, reversed })} {isOff && t('reconciliation.off', { amount: formatWon(differenceWon) })}
      </Callout>
      {refused.length > 0 && (
        <Callout tone="warning" title={t('reconciliation.refused', { count: refused.length })}>
          <ul>
            {refused.map(({ rowNo, text, fix }, index) => (
              <li key={index}>
                {rowNo !== null && t('reconciliation.row', { row: rowNo })} {say(text)} {fix !== null && say(fix)}
              </li>
            ))}
          </ul>
        </Callout>
      )}
    </div>
  );
}
