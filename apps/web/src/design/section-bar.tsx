import type { ReactElement, ReactNode } from 'react';
import { Link, NavLink, useLocation, useNavigate } from 'react-router';
import styles from './section-bar.module.css';

interface Place {
  readonly id: string;
  readonly name: string;
}

interface Props {
  /** The list of which this is one. */
  readonly list: { readonly to: string; readonly label: string };
  readonly current: Place;
  /** Those to which one may change and stay on the same page. */
  readonly others: readonly Place[];
  readonly switchLabel: string;
  /** What is to be known on every page. */
  readonly tags?: ReactNode;
  readonly tabsLabel: string;
  /** `segment` is the end of the address; the first page has none. */
  readonly tabs: readonly { readonly segment: string; readonly label: string }[];
}

/** The bar over all pages of one thing: which one it is, and where to go in it. */
export function SectionBar({ list, current, others, switchLabel, tags, tabsLabel, tabs }: Props): ReactElement {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const section = pathname.split('/')[3] ?? '';
  const base = `${list.to}/${current.id}`;
  return (
    <div className={styles['bar']}>
      <div className={styles['name']}>
        <Link to={list.to} className={styles['back']}>
          {list.label}
        </Link>
        <span className={styles['title']}>
          <select className={styles['switch']} aria-label={switchLabel} value={current.id} onChange={(event) => void navigate(`${list.to}/${event.target.value}/${section}`)}>
            {(others.length === 0 ? [current] : others).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          {tags}
        </span>
      </div>
      <nav aria-label={tabsLabel} className={styles['tabs']}>
        {tabs.map(({ segment, label }) => (
          <NavLink key={segment} to={segment === '' ? base : `${base}/${segment}`} end={segment === ''}>
            {label}
          </NavLink>
        ))}
      </nav>
    </div>
  );
}
