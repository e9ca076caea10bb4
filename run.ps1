# Soft Answer on Windows, from a fresh checkout: sets up what is missing, then starts.
#
#   .\run.ps1               opens the window
#   .\run.ps1 WORD ...        runs `python -m trainer WORD ...`; `.\run.ps1 --help` lists the words
#   .\run.ps1 test          runs every check: ruff, mypy, import-linter and pytest
#   .\run.ps1 test ARG ...    runs only pytest, with these arguments
#
# If Windows refuses to run scripts:  powershell -ExecutionPolicy Bypass -File run.ps1
#
# The first start makes .venv in this folder and fills it from requirements.txt, whose every file is
# checked against its hash; voices and PortAudio need nothing more on Windows. Later starts compare
# a stamp and go, without a network. An interrupted set-up starts over at the next call; calls at
# the same time wait for one another.
#
# Without a network: on a machine of the same kind that has one, fill a folder with
#   .venv\Scripts\python -m pip download --no-deps --only-binary :all: --no-binary srt -d FOLDER `
#       -r requirements-build.txt -r requirements.txt      (for tests: -r requirements-dev.txt)
# carry it over, set $env:SOFT_ANSWER_WHEELS = 'FOLDER', and start.

# No param block: every word, also one that begins with a dash, belongs to the program.
$words = @($args)
$here = $PSScriptRoot
$venv = Join-Path $here '.venv'
$python = Join-Path $venv 'Scripts\python.exe'
$log = Join-Path $venv 'set-up.log'

function Say([string] $text) { [Console]::Error.WriteLine($text) }

function Stop-With([string] $text) {
    Say $text
    exit 1
}

function Get-Locks([string] $kind) {
    if ($kind -eq 'test') { 'requirements-build.txt', 'requirements.txt', 'requirements-dev.txt' }
    else { 'requirements-build.txt', 'requirements.txt' }
}

# Where this environment works: a moved checkout or a replaced Python needs a new one.
function Get-Home { "$here`n" + [IO.File]::ReadAllText((Join-Path $venv 'pyvenv.cfg')) }

function Get-Fingerprint([string] $kind) {
    $sha = [Security.Cryptography.SHA256]::Create()
    $hashes = foreach ($lock in Get-Locks $kind) {
        [BitConverter]::ToString($sha.ComputeHash([IO.File]::ReadAllBytes((Join-Path $here $lock))))
    }
    ($hashes -join "`n") + "`n" + (Get-Home)
}

function Test-Ready([string] $kind) {
    $stamp = Join-Path $venv "ready-$kind"
    if (-not ((Test-Path $stamp) -and (Test-Path $python))) { return $false }
    [IO.File]::ReadAllText($stamp) -eq (Get-Fingerprint $kind)
}

function Find-Python {
    foreach ($version in '3.13', '3.12', '3.11') {
        if (Get-Command py -ErrorAction SilentlyContinue) {
            $found = & py "-$version" -c 'import sys; print(sys.executable)' 2>$null
            if ($LASTEXITCODE -eq 0 -and $found) { return @($version, "$found") }
        }
    }
    if (Get-Command python -ErrorAction SilentlyContinue) {
        $found = & python -c 'import sys; print(sys.version_info[0], sys.version_info[1], sep=chr(46)); print(sys.executable)' 2>$null
        if ($LASTEXITCODE -eq 0 -and @($found)[0] -in '3.13', '3.12', '3.11') { return @($found) }
    }
    Stop-With 'Soft Answer needs Python 3.11, 3.12 or 3.13, and there is none here. Install one (python.org has it for every system), then start run.ps1 again.'
}

# The lock is a file that only one process can hold open: whatever ends this script frees it.
function Open-Lock {
    try { New-Item -ItemType Directory -Force $venv -ErrorAction Stop | Out-Null }
    catch { Stop-With "I can't write in $venv. Copy the checkout to a folder of your own and start run.ps1 there." }
    $said = $false
    while ($true) {
        try { return [IO.File]::Open((Join-Path $venv 'lock'), 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [UnauthorizedAccessException] {
            Stop-With "I can't write in $venv. Copy the checkout to a folder of your own and start run.ps1 there."
        }
        catch [IO.IOException] {
            if (-not $said) { Say 'Another run.ps1 is setting up. Waiting for it.' }
            $said = $true
            Start-Sleep -Milliseconds 500
        }
    }
}

function Initialize-Venv([string] $version, [string] $base) {
    $homeFile = Join-Path $venv 'home'
    $unfinished = Join-Path $venv 'unfinished'
    if ((Test-Path $homeFile) -and (Test-Path $python) -and -not (Test-Path $unfinished)) {
        if ([IO.File]::ReadAllText($homeFile) -eq (Get-Home)) {
            [IO.File]::WriteAllText($unfinished, '')
            return
        }
    }
    Say "Making .venv with Python $version."
    Get-ChildItem -Force $venv | Where-Object { $_.Name -notin 'lock', 'set-up.log' } |
        Remove-Item -Recurse -Force
    [IO.File]::WriteAllText($unfinished, '')
    $said = & $base -m venv $venv 2>&1 | ForEach-Object { "$_" }
    [IO.File]::WriteAllText($log, ($said -join [Environment]::NewLine))
    if ($LASTEXITCODE -ne 0) { Stop-With "I couldn't make $venv. Is the disk full? (What went wrong is in $log)" }
    [IO.File]::WriteAllText($homeFile, (Get-Home))
}

function Install-Packages([string] $kind, [string] $version) {
    $lock = 'requirements.txt'
    if ($kind -eq 'test') { $lock = 'requirements-dev.txt' }
    $from = @()
    if ($env:SOFT_ANSWER_WHEELS) {
        if (-not (Test-Path -PathType Container $env:SOFT_ANSWER_WHEELS)) {
            Stop-With "There is no folder $env:SOFT_ANSWER_WHEELS. Set SOFT_ANSWER_WHEELS to the folder that holds the wheels."
        }
        Say "Installing Python packages from $env:SOFT_ANSWER_WHEELS."
        $from = @('--no-index', '--find-links', $env:SOFT_ANSWER_WHEELS)
    }
    else { Say 'Fetching and installing Python packages (about 220 MB the first time).' }

    $env:PIP_USER = '0'
    $env:PIP_DISABLE_PIP_VERSION_CHECK = '1'
    $pip = @('-m', 'pip', '--log', $log, '--no-input', '--retries', '3',
        'install', '--require-hashes', '--no-deps', '--only-binary', ':all:') + $from
    # srt is published as source only; setuptools builds it, so setuptools comes first.
    & $python @pip -r (Join-Path $here 'requirements-build.txt') | ForEach-Object { Say $_ }
    if ($LASTEXITCODE -eq 0) {
        & $python @pip --no-build-isolation --use-pep517 --no-binary srt -r (Join-Path $here $lock) |
            ForEach-Object { Say $_ }
    }
    if ($LASTEXITCODE -ne 0) { Stop-With (Get-PipsReason $lock $version) }

    $pth = 'import pathlib, sys, sysconfig; pathlib.Path(sysconfig.get_path(sys.argv[2]), sys.argv[3]).write_text(sys.argv[1] + chr(10))'
    & $python -c $pth $here purelib soft-answer.pth
    if ($LASTEXITCODE -ne 0) { Stop-With "I couldn't finish $venv. Is the disk full?" }
}

function Get-PipsReason([string] $lock, [string] $version) {
    $said = [IO.File]::ReadAllText($log)
    if ($said -match 'DO NOT MATCH THE HASHES') {
        return "A Python package is not the one that was locked (its hash differs), so it was not installed. Try again, or fetch it from another mirror. (Which one is in $log)"
    }
    if ($said -match 'No space left on device|not enough space on the disk') {
        return "The disk is full. Soft Answer needs about 1 GB in $here; make room and start run.ps1 again."
    }
    if ($env:SOFT_ANSWER_WHEELS) {
        return "Not everything that $lock names is in $env:SOFT_ANSWER_WHEELS. Fill the folder again as the beginning of run.ps1 describes, on a machine with Python $version. (What is missing is in $log)"
    }
    if ($said -match '(Connection|Resolution|Timeout|Proxy|SSL)Error|Max retries exceeded') {
        return "I couldn't fetch the Python packages. Is there a network? Connect it and start run.ps1 again, or use a folder of wheels: set SOFT_ANSWER_WHEELS to it (what went wrong is in $log)"
    }
    "A Python package could not be installed. Ready-made ones exist for Linux (glibc 2.34, on ARM 2.39), macOS 14 on Apple silicon and Windows on x86-64. (What went wrong is in $log)"
}

function Initialize-All([string] $kind) {
    $version, $base = Find-Python
    $lock = Open-Lock
    try {
        if (Test-Ready $kind) { return }
        foreach ($name in 'ready-run', 'ready-test', 'set-up.log') {
            Remove-Item -Force -ErrorAction SilentlyContinue (Join-Path $venv $name)
        }
        Initialize-Venv $version $base
        Install-Packages $kind $version
        [IO.File]::WriteAllText((Join-Path $venv 'ready-run'), (Get-Fingerprint 'run'))
        if ($kind -eq 'test') {
            [IO.File]::WriteAllText((Join-Path $venv 'ready-test'), (Get-Fingerprint 'test'))
        }
        Remove-Item -Force (Join-Path $venv 'unfinished')
        Say 'Everything is set up.'
    }
    finally { $lock.Dispose() }
}

function Invoke-Checks([string[]] $forPytest) {
    Set-Location $here
    $script:failed = 0
    if ($forPytest.Count -eq 0) {
        foreach ($check in 'ruff check .', 'ruff format --check .', 'mypy', 'lint-imports') {
            $program, $rest = $check -split ' '
            Write-Host "== $check"
            & (Join-Path $venv "Scripts\$program.exe") @rest | Out-Host
            if ($LASTEXITCODE -ne 0) {
                $script:failed = 1
                Write-Host "== ${check}: failed"
            }
        }
    }
    & $python -m pytest -m 'not device' @forPytest | Out-Host
    if ($LASTEXITCODE -ne 0) { $script:failed = $LASTEXITCODE }
}

if ($words.Count -gt 0 -and $words[0] -eq 'test') {
    if (-not (Test-Ready 'test')) { Initialize-All 'test' }
    Invoke-Checks @($words | Select-Object -Skip 1)
    exit $script:failed
}
if (-not (Test-Ready 'run')) { Initialize-All 'run' }
& $python -P -m trainer @words
exit $LASTEXITCODE
