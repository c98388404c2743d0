import { useCallback, useEffect, useState } from 'react';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { keepPageState, pageState, usePageState } from '../view.ts';
import type { FocusRequest } from './grid/use-kept-place.ts';

type Details = {
  /** The sub-user whose details are shown. */
  subUser: SubUser | null;
  /** `move` follows the keyboard from row to row while details are shown, and otherwise does nothing. */
  show: (id: number, how: 'open' | 'move') => void;
  close: () => void;
  /** The row that takes the focus after the details closed. */
  focusRequest: FocusRequest | null;
};

/** Keeps which sub-user's details are shown beside the grid, and returns the focus to its row at their end. */
export function useDetails(onProblem: (problem: string) => void): Details {
  const [openId] = usePageState('subUsers', 'openId');
  const list = useMirror((mirror) => mirror.subUsers);
  const [focusRequest, setFocusRequest] = useState<FocusRequest | null>(null);
  const subUser = openId === null ? null : (list.subUsers.find(({ id }) => id === openId) ?? null);
  const isGone = openId !== null && subUser === null && list.readAt !== null;
  useEffect(() => {
    if (!isGone) return;
    keepPageState('subUsers', 'openId', null);
    onProblem(say('subUsers.notListed'));
  }, [isGone, onProblem]);
  const show = useCallback((id: number, how: 'open' | 'move') => {
    if (how === 'open' || pageState('subUsers', 'openId') !== null) keepPageState('subUsers', 'openId', id);
  }, []);
  const close = useCallback(() => {
    const id = pageState('subUsers', 'openId');
    keepPageState('subUsers', 'openId', null);
    if (id !== null) setFocusRequest({ id });
  }, []);
  return { subUser, show, close, focusRequest };
}
