import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../design/tag.js';
import { todayInSeoul } from '../../format/date.js';
import type { User } from './user.requests.js';

type UserState = 'ACTIVE' | 'CLOSED' | 'NO_PASSWORD' | 'INVITED' | 'EXPIRED';

const LOOKS = {
  ACTIVE: { tone: 'success', icon: 'check' },
  CLOSED: { tone: 'neutral', icon: 'block' },
  NO_PASSWORD: { tone: 'warning', icon: 'warning' },
  INVITED: { tone: 'information', icon: 'clock' },
  EXPIRED: { tone: 'neutral', icon: 'clock' },
} as const;

/** Whether somebody can use an account now, and if not, what is missing. */
export function userState({ active, validThrough, hasPassword, invitedUntil }: User): UserState {
  if (!active) return 'CLOSED';
  if (validThrough !== null && validThrough < todayInSeoul()) return 'EXPIRED';
  if (invitedUntil !== null) return 'INVITED';
  return hasPassword ? 'ACTIVE' : 'NO_PASSWORD';
}

export function UserStateTag({ user }: { readonly user: User }): ReactElement {
  const { t } = useTranslation();
  const state = userState(user);
  return <Tag {...LOOKS[state]}>{t(`users.state.${state}`)}</Tag>;
}
