import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { usePermissions } from '../session/use-session.js';
import { AddressDialog } from './address-dialog.js';
import { Addresses } from './addresses.js';
import { usePartyAddresses } from './party-address.requests.js';

interface Props {
  readonly partyId: string;
  readonly name: string;
}

/** Where a party is, from which day on; banks are told when it is paid. */
export function AddressCard({ partyId, name }: Props): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const [asked, setAsked] = useState(false);
  const record = may('party-address.record') && (
    <Button small onPress={() => setAsked(true)}>
      {t('partyAddress.record')}
    </Button>
  );
  return (
    <Card title={t('partyAddress.title')} actions={record === false ? undefined : record}>
      <Loaded query={usePartyAddresses(partyId)}>{(addresses) => <Addresses addresses={addresses} />}</Loaded>
      {asked && <AddressDialog partyId={partyId} name={name} onClose={() => setAsked(false)} />}
    </Card>
  );
}
