#!/bin/sh
# A plugin for xbar and SwiftBar: put it into their folder of plugins and make it executable.
# <xbar.title>Oxygauge</xbar.title>
# <xbar.desc>Oxylabs proxy traffic, from the status file of Oxygauge.</xbar.desc>
PATH="/Applications/Oxygauge.app/Contents/MacOS:$PATH"
Oxygauge --status=xbar 2>/dev/null
echo '---'
echo 'Open Oxygauge | shell=/Applications/Oxygauge.app/Contents/MacOS/Oxygauge param1=--show terminal=false'
