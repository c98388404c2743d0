import { z } from 'zod';
import type { AccountId } from '../../contract/account.ts';
import {
  type Alert,
  type AlertsView,
  alertSchema,
  type Delivery,
  deliverySchema,
  shownAlerts,
} from '../../contract/alert.ts';
import type { LineFiles } from './history-shelf.ts';

/** As many alerts as are kept of an account. */
const mostAlerts = 5_000;
/** So many lines more than alerts are let be before the file is written anew. */
const spareLines = 5_000;

const lineSchema = z.union([
  z.strictObject({ alert: alertSchema }),
  z.strictObject({ ids: z.array(z.string()), delivery: deliverySchema.nullable() }),
]);

/** The alerts of one account, oldest first, on disk as lines: an alert, or what became of some. */
export class AlertLog {
  readonly #files: LineFiles;
  readonly #name: string;
  #alerts = new Map<string, Alert>();
  #lines = 0;
  #view: AlertsView | null = null;

  constructor(files: LineFiles, accountId: AccountId) {
    this.#files = files;
    this.#name = `${accountId}.jsonl`;
    for (const line of files.read(this.#name)) this.#take(line);
    this.#forgetOldest();
  }

  /** Oldest first. */
  all(): Alert[] {
    return [...this.#alerts.values()];
  }

  /** The newest first; the same object while nothing changed. */
  view(): AlertsView {
    this.#view ??= { alerts: this.all().slice(-shownAlerts).reverse(), total: this.#alerts.size };
    return this.#view;
  }

  withDelivery(delivery: Delivery): Alert[] {
    return this.all().filter((alert) => alert.delivery === delivery);
  }

  add(alerts: readonly Alert[]): void {
    this.#view = null;
    for (const alert of alerts) this.#alerts.set(alert.id, alert);
    this.#forgetOldest();
    this.#write(alerts.map((alert) => ({ alert })));
  }

  /** What became of some; null takes them out of the log, as if they had never been. */
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
    if ('alert' in read) this.#alerts.set(read.alert.id, read.alert);
    else this.#settle(read.ids, read.delivery);
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
