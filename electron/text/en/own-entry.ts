/** The own entry: a name of the user's domain that leads to the vendor's proxy, and the check of it. */
export const ownEntry = {
  name: 'Own entry name',
  nameHint: 'A subdomain of yours with a CNAME to pr.oxylabs.io. The port stays 7777.',
  placeholder: 'proxy.example.com',
  notAName: 'Enter a host name, such as proxy.example.com.',
  check: 'Check entry',
  checking: 'Checking {name}…',
  costs: 'Asks the DNS server of this computer and that host. No login is sent, so nothing is billed.',
  steps: 'Check of {name}',
  leads: '{name} leads to Oxylabs.',
  unproved: 'It is not proved that {name} leads to Oxylabs.',
  notChecked:
    'Not checked: whether a login works, for which there is Test connection, and what other networks see.',

  'step.chain': 'DNS name',
  'step.addresses': 'Addresses',
  'step.port': 'Port 7777',
  'step.certificate': 'Certificate',
  'verdict.ok': 'Good',
  'verdict.warning': 'Look at this',
  'verdict.fault': 'Wrong',
  'verdict.unknown': 'Not known',

  'finding.cname': 'An alias of pr.oxylabs.io.',
  'finding.flattened': 'Has no alias, but the same addresses as pr.oxylabs.io.',
  'finding.is-oxylabs': 'The entry of Oxylabs itself.',
  'finding.loop': 'Its aliases lead back to themselves. Point the CNAME to pr.oxylabs.io.',
  'finding.too-long': 'Has more than 16 aliases in a row. Point the CNAME straight to pr.oxylabs.io.',
  'finding.not-found':
    'Not in DNS. Create a CNAME to pr.oxylabs.io; it can take an hour until a new one is seen.',
  'finding.no-answer': 'The DNS server did not answer. Check again.',
  'finding.elsewhere': 'Does not lead to pr.oxylabs.io. Point its CNAME there.',
  'finding.same-addresses': 'The same as those of pr.oxylabs.io.',
  'finding.rotating': 'From the alias. Oxylabs changes them from question to question.',
  'finding.some-addresses':
    'Only some are those of pr.oxylabs.io. Use a CNAME, because Oxylabs changes its addresses.',
  'finding.provider-proxy':
    'These are your DNS provider’s own proxy, which does not pass port 7777. Set the record to “DNS only”.',
  'finding.private': 'A private address: it works only if something in this network passes it on to Oxylabs.',
  'finding.other-addresses':
    'None is one of pr.oxylabs.io at present. Use a CNAME, because Oxylabs changes its addresses.',
  'finding.changed': 'They changed between two questions, so nothing is proved. Check again.',
  'finding.no-address': 'The name has no address.',
  'finding.open': 'Accepts connections.',
  'finding.refused': 'Refuses connections. Check where the name leads, and firewalls.',
  'finding.silent': 'Does not answer. A firewall may block it.',
  'finding.no-route': 'No way leads there from this network.',
  'finding.covers': 'Has this name, so HTTPS works too.',
  'finding.other-names': 'Has other names, so HTTPS fails under yours. Use HTTP or SOCKS5.',
  'finding.untrusted': 'Not trusted by this computer. Use HTTP or SOCKS5.',
  'finding.no-tls': 'The entry does not speak TLS here. Use HTTP or SOCKS5.',
  'finding.skipped': 'Not checked, because an earlier step failed.',
} as const;
