import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, dataOf } from '../../api/client.js';
import { useIntent } from '../../api/intent.js';
import { queryClient } from '../../api/query-client.js';
import type { Programme } from '../../api/types.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useLanguage } from '../../i18n/bilingual.js';

/** Adds a year to a programme, where the year of a new fund is not in the list yet. */
export function AddVintageButton({ programmes }: { readonly programmes: readonly Programme[] }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small tone="quiet" icon="plus" onPress={() => setOpen(true)}>
        {t('formFund.addVintage')}
      </Button>
      {open && <AddVintageDialog programmes={programmes} onClose={() => setOpen(false)} />}
    </>
  );
}

function AddVintageDialog({ programmes, onClose }: { readonly programmes: readonly Programme[]; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const intent = useIntent();
  const [id, setId] = useState(programmes[0]?.id ?? '');
  const [year, setYear] = useState('');
  const [tried, setTried] = useState(false);
  const readable = /^20[0-9]{2}$/.test(year.trim());
  const add = useWrite({
    mutationFn: (body: { year: number }) => dataOf(api.POST('/api/programmes/{id}/vintages', { params: { path: { id }, header: intent.headersFor({ id, ...body }) }, body })),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await queryClient.invalidateQueries({ queryKey: ['programmes'] });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // The dialog lies inside the form of the fund on the page's tree: its own submit must not send that one.
    event.stopPropagation();
    setTried(true);
    if (readable) add.mutate({ year: Number(year) });
  };
  return (
    <Dialog title={t('formFund.addVintage')} open onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <SelectField label={t('programme.title')} value={id} onChange={setId} choices={programmes.map((programme) => ({ value: programme.id, label: language === 'ko' ? programme.nameKo : programme.nameEn }))} />
          <TextField label={t('formFund.vintageYear')} value={year} onChange={setYear} placeholder="2027" inputMode="numeric" autoFocus error={tried && !readable ? t('formFund.missing') : undefined} />
          <ProblemCallout error={add.error} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={add.isPending}>
              {t('formFund.addVintage')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
