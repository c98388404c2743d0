import { parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Button,
  CalendarCell,
  CalendarGrid,
  Dialog,
  DialogTrigger,
  Heading,
  Popover,
  RangeCalendar,
} from 'react-aria-components';
import { dayOf } from '../../../electron/contract/day.ts';
import { say } from '../../../electron/text/say.ts';

type RangePickerProps = {
  /** Days are `YYYY-MM-DD`. */
  from: string | null;
  to: string | null;
  onChange: (from: string, to: string) => void;
};

/** Chooses the first and the last day in a calendar. */
export function RangePicker({ from, to, onChange }: RangePickerProps) {
  const value =
    from === null || to === null || from > to ? null : { start: parseDate(from), end: parseDate(to) };
  return (
    <DialogTrigger>
      <Button className="icon-button" aria-label={say('period.calendar')}>
        <CalendarDays />
      </Button>
      <Popover className="floating">
        <Dialog className="calendar-dialog" aria-label={say('period.calendar')}>
          {({ close }) => (
            <RangeCalendar
              className="calendar"
              value={value}
              maxValue={parseDate(dayOf(Date.now()))}
              onChange={({ start, end }) => {
                onChange(start.toString(), end.toString());
                close();
              }}
            >
              <header>
                <Button slot="previous" className="icon-button" aria-label={say('period.previousMonth')}>
                  <ChevronLeft />
                </Button>
                <Heading />
                <Button slot="next" className="icon-button" aria-label={say('period.nextMonth')}>
                  <ChevronRight />
                </Button>
              </header>
              <CalendarGrid>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGrid>
            </RangeCalendar>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
