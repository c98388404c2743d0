import { z } from 'zod';
import type { AccountId } from '../../contract/account.ts';
import { type Alert, alertSchema, type Delivery, deliverySchema, shownAlerts } from '../../contract/alert.ts';
import { keySchema } from '../../contract/bounds.ts';
import type { LinesFiles } from '../../storage/files.ts';

/** The most alerts stored for an account. */
const mostAlerts = 5_000;
/** The file is rewritten once it has this many more lines than alerts. */
const spareLines = 5_000;

/** A line of the file. */
export const lineSchema = z.union([
  z.strictObject({ alert: alertSchema }),
  z.strictObject({ ids: z.array(keySchema).max(100_000), delivery: deliverySchema.nullable() }),
]);

type LogView = { alerts: Alert[]; total: number };

/** Stores the alerts of one account, oldest first, as lines on disk: an alert, or a change of deliveries. */
export class AlertLog {
  readonly #files: LinesFiles;
  readonly #name: string;
  #alerts = new Map<string, Alert>();
  #lines = 0;
  #view: LogView | null = null;

  constructor(files: LinesFiles, accountId: AccountId) {
    this.#files = files;
    this.#name = `${accountId}.jsonl`;
    for (const line of files.read(this.#name)) this.#take(line);
    this.#forgetOldest();
  }

  /** Returns all alerts, oldest first. */
  all(): Alert[] {
    return [...this.#alerts.values()];
  }

  /** Returns the newest alerts first. Referentially stable until the log changes. */
  view(): LogView {
    this.#view ??= { alerts: this.all().slice(-shownAlerts).reverse(), total: this.#alerts.size };
    return this.#view;
  }

  last(): Alert | undefined {
    return this.all().at(-1);
  }

  withDelivery(delivery: Delivery): Alert[] {
    return this.all().filter((alert) => alert.delivery === delivery);
  }

  /** Adds alerts. One that is there already becomes the last. */
  add(alerts: readonly Alert[]): void {
    this.#view = null;
    for (const alert of alerts) this.#put(alert);
    this.#forgetOldest();
    this.#write(alerts.map((alert) => ({ alert })));
  }

  /** Sets the delivery of some alerts; null removes them from the log. */
  settle(ids: readonly string[], delivery: Delivery | null): void {
    if (ids.length === 0) return;
    this.#settle(ids, delivery);
    this.#write([{ ids: [...ids], delivery }]);
  }

  #write(lines: z.infer<typeof lineSchema>[]): void {
    this.#lines += lines.length;
    if (this.#lines <= this.#alerts.size + spareLines) {
      this.#files.append(
        this.#name,
        lines.map((line) => JSON.stringify(line)),
      );
      return;
    }
    this.#files.replace(
      this.#name,
      this.all().map((alert) => JSON.stringify({ alert })),
    );
    this.#lines = this.#alerts.size;
  }

  #take(line: string): void {
    this.#lines += 1;
    const read = readLine(line);
    if (read === null) return;
    if ('alert' in read) this.#put(read.alert);
    else this.#settle(read.ids, read.delivery);
  }

  /** Puts an alert at the end, also one that was there. */
  #put(alert: Alert): void {
    this.#alerts.delete(alert.id);
    this.#alerts.set(alert.id, alert);
  }

  #settle(ids: readonly string[], delivery: Delivery | null): void {
    this.#view = null;
    for (const id of ids) {
      const alert = this.#alerts.get(id);
      if (alert === undefined) continue;
      if (delivery === null) this.#alerts.delete(id);
      else this.#alerts.set(id, { ...alert, delivery });
    }
  }

  #forgetOldest(): void {
    for (const id of this.#alerts.keys()) {
      if (this.#alerts.size <= mostAlerts) return;
      this.#alerts.delete(id);
    }
  }
}

function readLine(line: string): z.infer<typeof lineSchema> | null {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
