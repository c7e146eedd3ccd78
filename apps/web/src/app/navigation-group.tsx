import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Button, DialogTrigger, Dialog, Popover } from 'react-aria-components';
import { NavLink, useLocation } from 'react-router';
import { Icon } from '../design/icon.js';
import styles from './shell.module.css';

export interface GroupedLink {
  readonly to: string;
  readonly label: ReactNode;
}

/** Links that are asked for less often, behind one word of the menu; a single one stands for itself. */
export function NavigationGroup({ title, links }: { readonly title: string; readonly links: readonly GroupedLink[] }): ReactElement | null {
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const [only] = links;
  if (only === undefined) return null;
  if (links.length === 1) return <NavLink to={only.to}>{only.label}</NavLink>;
  const isHere = links.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button ref={trigger} className={styles['group'] ?? ''} data-here={isHere ? 'true' : undefined}>
        {title}
        <Icon name="down" size={16} />
      </Button>
      <Popover className={styles['popover'] ?? ''} placement="bottom start" triggerRef={trigger}>
        <Dialog aria-label={title} className={styles['list'] ?? ''}>
          {links.map(({ to, label }) => (
            <NavLink key={to} to={to} onClick={() => setOpen(false)}>
              {label}
            </NavLink>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
