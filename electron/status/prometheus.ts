import type { Status, StatusAccount, StatusSubUser } from '../contract/status.ts';

/** Traffic in Prometheus is in bytes; the API's GB is decimal. */
const bytesPerGb = 1e9;

type Labels = Record<string, string>;
type Sample = { labels: Labels; value: number | null };
type Metric = { name: string; help: string; samples: Sample[] };

/**
 * Returns the figures in Prometheus' text format, for node_exporter's textfile collector. What is unknown has no sample, and
 * a metric without samples is left out.
 */
export function prometheusText(status: Status): string {
  return [...accountMetrics(status.accounts), ...subUserMetrics(status.accounts)].map(metricText).join('');
}

function accountMetrics(accounts: readonly StatusAccount[]): Metric[] {
  const labels = labelsOf(accounts);
  const of = (name: string, help: string, value: (account: StatusAccount) => number | null): Metric => ({
    name: `oxygauge_${name}`,
    help,
    samples: accounts.map((account, index) => ({ labels: labels[index] ?? {}, value: value(account) })),
  });
  return [
    of('up', '1 while the account is signed in, online and its figures are current.', ({ state }) =>
      state === 'ok' ? 1 : 0,
    ),
    of('read_timestamp_seconds', 'When the figures were read, in Unix time.', ({ read_at }) =>
      read_at === null ? null : Date.parse(read_at) / 1000,
    ),
    of('used_bytes', 'Traffic of the period that the plan counts by.', ({ used_gb }) => bytes(used_gb)),
    of('month_used_bytes', 'Traffic of the calendar month.', ({ month_gb }) => bytes(month_gb)),
    of('plan_bytes', 'The plan or budget.', ({ plan_gb }) => bytes(plan_gb)),
    of('left_bytes', 'What is left of the plan.', ({ left_gb }) => bytes(left_gb)),
    of('forecast_bytes', 'Expected traffic at the end of the period.', ({ forecast }) =>
      bytes(forecast?.end_gb ?? null),
    ),
    of('forecast_low_bytes', 'Low end of the forecast.', ({ forecast }) => bytes(forecast?.low_gb ?? null)),
    of('forecast_high_bytes', 'High end of the forecast.', ({ forecast }) =>
      bytes(forecast?.high_gb ?? null),
    ),
    of('sub_users', 'Number of sub-users.', ({ counts }) => counts?.sub_users ?? null),
    of('sub_users_near_limit', 'Sub-users near their limit.', ({ counts }) => counts?.near_limit ?? null),
    of(
      'sub_users_over_limit',
      'Sub-users at or over their limit.',
      ({ counts }) => counts?.over_limit ?? null,
    ),
    of('active_alerts', 'Alerts that are active.', ({ alerts, state }) =>
      state === 'signed_out' ? null : alerts.length,
    ),
  ];
}

function subUserMetrics(accounts: readonly StatusAccount[]): Metric[] {
  const labels = labelsOf(accounts);
  const of = (name: string, help: string, value: (subUser: StatusSubUser) => number | null): Metric => ({
    name: `oxygauge_sub_user_${name}`,
    help,
    samples: accounts.flatMap((account, index) =>
      account.sub_users.map((subUser) => ({
        labels: { ...labels[index], sub_user: subUser.name },
        value: value(subUser),
      })),
    ),
  });
  return [
    of('used_bytes', 'Traffic of a sub-user.', ({ used_gb }) => bytes(used_gb)),
    of('limit_bytes', 'Limit of a sub-user; 0 is blocked.', ({ limit_gb }) => bytes(limit_gb)),
  ];
}

/**
 * Labels accounts by their name, else their id, else their place in the list. A name that an earlier one has gets its place
 * too, since two samples of one name make Prometheus refuse the file.
 */
function labelsOf(accounts: readonly StatusAccount[]): Labels[] {
  const taken = new Set<string>();
  return accounts.map(({ id, name, product }, index) => {
    const place = String(index + 1);
    let account = name ?? id ?? place;
    while (taken.has(account)) account = `${account} (${place})`;
    taken.add(account);
    return { account, ...(product !== null && { product }) };
  });
}

function bytes(gb: number | null): number | null {
  return gb === null ? null : Math.round(gb * bytesPerGb);
}

function metricText({ name, help, samples }: Metric): string {
  const lines = samples.flatMap(({ labels, value }) =>
    value === null ? [] : [`${name}{${labelsText(labels)}} ${value}\n`],
  );
  return lines.length === 0 ? '' : `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`;
}

function labelsText(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',');
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
