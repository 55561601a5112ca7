@echo off
rem Starts jargon-scanner {{ version }}. The first time it sets itself up, from this folder alone.
rem Without more words it opens in the browser; with some they are a command: start.cmd check draft.docx
setlocal
set "PLACE=%LOCALAPPDATA%\jargon-scanner\app-{{ version }}"
if not "%JARGON_SCANNER_APP%"=="" set "PLACE=%JARGON_SCANNER_APP%"
if exist "%PLACE%\ready" goto run

set "PYTHON="
{% for python in pythons %}
if not defined PYTHON call :try {{ python }} py -{{ python }}
if not defined PYTHON call :try {{ python }} python
{% endfor %}
if defined PYTHON goto setup
echo This needs Python {{ pythons | join(" or ") }}, and none was found. Ask for it to be installed.
pause
exit /b 1

:setup
echo Setting up for the first time, in %PLACE%. No network is needed. This takes a few minutes.
if exist "%PLACE%" rmdir /s /q "%PLACE%"
%PYTHON% -m venv "%PLACE%"
if errorlevel 1 goto failed
"%PLACE%\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --no-index --find-links "%~dp0wheels-%VERSION%" --require-hashes --requirement "%~dp0requirements-%VERSION%.txt"
if errorlevel 1 goto failed
echo ready> "%PLACE%\ready"

:run
if "%~1"=="" goto pages
"%PLACE%\Scripts\python.exe" -m jargon_scanner %*
exit /b %errorlevel%

:pages
"%PLACE%\Scripts\python.exe" -m jargon_scanner serve
exit /b %errorlevel%

:failed
echo It could not be set up. What went wrong stands above.
pause
exit /b 1

:try
rem %1 is a version, the rest is a way to start Python.
%2 %3 -c "import sys; sys.exit('%%d.%%d' %% sys.version_info[:2] != '%1')" >nul 2>&1
if errorlevel 1 exit /b 0
set "PYTHON=%2 %3"
set "VERSION=%1"
exit /b 0
