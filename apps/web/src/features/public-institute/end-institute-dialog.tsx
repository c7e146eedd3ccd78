import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { DateField } from '../../design/date-field.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { parseDateInput } from '../../format/date.js';
import { endInstitute, refreshInstitutes, type Institute } from './public-institute.requests.js';

/** Takes an institute off the list after a day; earlier contracts keep their licensor. */
export function EndInstituteDialog({ institute, onClose }: { readonly institute: Institute; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const [lastOn, setLastOn] = useState('');
  const run = async (reason: string): Promise<void> => {
    const body = { lastOn: parseDateInput(lastOn) ?? lastOn, reason };
    await endInstitute(institute.id, body, intent.headersFor(body));
    intent.done();
    await refreshInstitutes();
  };
  return (
    <ReasonDialog title={`${institute.name} · ${t('institutes.end')}`} label={t('institutes.endReason')} missing={t('classification.missingReason')} action={t('institutes.end')} run={run} onClose={onClose}>
      <DateField label={t('institutes.lastOn')} value={lastOn} onChange={setLastOn} hint={t('institutes.endHint')} />
    </ReasonDialog>
  );
}
